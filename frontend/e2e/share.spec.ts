import { expect, type Page, test } from '@playwright/test';
import { Bench } from './bench';

async function share(page: Page): Promise<string> {
  await page.keyboard.press('Control+s');
  const link = page.getByTestId('link');
  await expect(link).toHaveValue(/\/s\/[1-9A-HJ-NP-Za-km-z]{10,12}(#step=\d+)?$/);
  return link.inputValue();
}

/** What of a moment does not depend on whose page it is. */
async function picture(bench: Bench): Promise<string> {
  const [marks, ghosts, footer] = (await bench.moment()).split('\n--\n');
  return [marks, ghosts, footer].join('\n');
}

test('a_shared_link_opens_the_same_moment_for_anyone_without_running', async ({
  page,
  browser,
}) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.run();
  await bench.finished();
  await bench.seek(12);
  const link = await share(page);
  expect(link).toMatch(/#step=12$/);

  const stranger = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  });
  const other = new Bench(await stranger.newPage());
  const asked = other.runsAskedFor();
  await other.open(link);
  await other.finished();
  await expect(other.step).toContainText('step 12 /');
  expect(await other.editor.innerText()).toBe(await bench.editor.innerText());
  expect(await picture(other)).toBe(await picture(bench));
  expect(asked).toHaveLength(0);
  await stranger.close();
});

test('sharing_the_same_run_twice_gives_the_same_link', async ({ page }) => {
  const bench = new Bench(page);
  const links: string[] = [];
  await bench.open();
  for (let n = 0; n < 2; n++) {
    const before = bench.runId();
    await bench.run();
    await expect.poll(() => bench.runId()).not.toBe(before);
    await bench.finished();
    links.push(await share(page));
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('link')).toBeHidden();
  }
  expect(links[0]).toBe(links[1]);
});

test('a_saved_program_cannot_be_changed_and_its_fork_can', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs('print("original")\n');
  await bench.finished();
  await bench.open(await share(page));
  await bench.finished();
  await bench.editor.click();
  await page.keyboard.insertText('#');
  await expect(bench.editor).not.toContainText('#');
  await page.getByRole('button', { name: 'Fork', exact: true }).click();
  await bench.type('print("changed")\n');
  await bench.run();
  await expect(bench.lines.first()).toContainText('changed');
  await bench.finished();
});

test('code_that_was_not_run_is_shared_as_code', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.type('print("never run")\n');
  const link = await share(page);
  expect(link).not.toContain('#step');
  await page.goto(link);
  await expect(bench.editor).toContainText('never run');
});

test('a_link_to_nothing_says_so', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/s/11111111111');
  await expect(bench.alerts).toContainText('No saved program has this link');
});
