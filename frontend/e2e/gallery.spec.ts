import { expect, test } from '@playwright/test';
import { Bench, QUEUE_MILLIS } from './bench';

interface Example {
  readonly name: string;
  readonly broken?: string;
  readonly source: string;
  readonly title: { readonly en: string };
}

function firstLine(source: string): string {
  return source.split('\n').find((line) => line.trim() !== '') ?? '';
}

test('the_gallery_has_at_least_twelve_programs_and_each_opens', async ({ page, request }) => {
  const examples: Example[] = await (await request.get('/api/gallery')).json();
  expect(examples.length).toBeGreaterThanOrEqual(12);
  const bench = new Bench(page);
  await bench.open();
  for (const example of examples.filter(({ broken }) => broken === undefined)) {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('link', { name: example.title.en, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/examples/${example.name}$`));
    await expect(page).toHaveTitle(`${example.title.en} · Braid`);
    await expect(bench.editor).toContainText(firstLine(example.source));
  }
});

test('a_deadlock_from_the_gallery_names_its_circle', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/examples/deadlock-two-locks');
  await bench.run();
  await bench.finished();
  await expect(bench.verdict).toContainText('Deadlock');
  await expect(bench.verdict).toContainText('wait for each other in a circle');
  await expect(bench.verdict.getByRole('listitem')).toHaveCount(2);
  await bench.verdict
    .getByRole('button', { name: /since step/ })
    .first()
    .click();
  expect(await bench.stepNumber()).toBeLessThan(await bench.lastStep());
});

test('back_and_forward_lead_through_examples_and_runs', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.run();
  await bench.finished();
  const run = bench.runId();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/examples\//);
  await expect(bench.app).toHaveAttribute('data-phase', 'idle');
  await page.goBack();
  await bench.finished();
  expect(bench.runId()).toBe(run);
  await expect(bench.lines.last()).toContainText('the counter is 6');
  await page.goForward();
  await expect(page).toHaveURL(/\/examples\//);
  await expect(bench.app).toHaveAttribute('data-phase', 'idle');
});

test('an_example_nobody_wrote_says_so', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/examples/perpetual-motion');
  await expect(bench.alerts).toContainText('perpetual-motion');
});

test('a_classic_bug_is_explored_and_so_is_the_repaired_program', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('heading', { name: 'Classic bugs' }).scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'Two locks in opposite order', exact: true }).click();
  await page.getByRole('button', { name: 'Explore this program' }).click();
  await bench.finished();
  await expect(bench.seal).toHaveText('Goes wrong in 1 of 3 different executions.');
  const graph = page.getByTestId('failure').getByRole('img', { name: 'Who waits for whom' });
  await expect(graph).toBeVisible({ timeout: QUEUE_MILLIS });
  await expect(graph).toHaveAccessibleName(/one waits at line 10 for b, held by other/);
  await page.getByRole('link', { name: 'The repaired program' }).click();
  await expect(page).toHaveTitle('Two locks in opposite order: repaired · Braid');
  await page.getByRole('button', { name: 'Explore this program' }).click();
  await bench.finished();
  await expect(bench.seal).toHaveText('Verified: all 2 different executions are fine.');
  await page.getByRole('link', { name: 'The program with the bug' }).click();
  await expect(page).toHaveURL(/bug-two-locks$/);
});
