import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Bench, lockedCounter, lostUpdate, QUEUE_MILLIS } from './bench';

test('a_lost_update_has_four_executions_of_which_two_are_wrong', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(2, 1));
  await bench.finished();
  await expect(bench.seal).toHaveText('Goes wrong in 2 of 4 different executions.');
  await expect(bench.explored).toHaveText('4');
  await expect(bench.endings).toHaveCount(2);
  await expect(bench.endings.filter({ hasText: 'Passed' })).toContainText('2 executions');
  await expect(bench.endings.filter({ hasText: 'Uncaught' })).toContainText('2 executions');
  await expect(page.getByTestId('failure')).toContainText('counter');
  await expect(page.getByTestId('failure')).toContainText('One preemption is enough');
  await expect(page.getByTestId('race').first()).toContainText('hold the same lock around both');
  await expect(page.getByTestId('race').first()).toContainText(/: add line \d+/);
});

test('a_learner_sees_what_goes_wrong_why_and_where_it_differs', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/examples/bug-lost-update');
  await page.getByRole('button', { name: 'Explore this program' }).click();
  await bench.finished();
  await expect(bench.seal).toHaveText('Goes wrong in 2 of 4 different executions.');
  await expect(bench.endings.filter({ hasText: 'Passed' })).toContainText('2 executions');
  await expect(bench.endings.filter({ hasText: 'Uncaught' })).toContainText('2 executions');
  const pair = page.getByTestId('pair');
  await expect(pair).toContainText(/They differ first at step \d+/, { timeout: QUEUE_MILLIS });
  await expect(pair.locator('canvas')).not.toHaveCount(0);
  const why = /both read counter as 0 before either wrote it, so the change of t[01] is lost/;
  await expect(page.getByTestId('failure')).toContainText(why);
  await page.getByRole('button', { name: 'Play the failure' }).click();
  await bench.finished();
  await expect(page.getByTestId('why')).toContainText(why);
  await page.getByTestId('why').getByRole('button').last().click();
  await expect(bench.now).toContainText('writes');
});

test('the_failure_is_played_and_the_exploration_is_one_step_back', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(2, 1));
  await bench.finished();
  const exploration = bench.runId();
  await page.getByRole('button', { name: 'Play the failure' }).click();
  await expect.poll(() => bench.runId()).not.toBe(exploration);
  await bench.finished();
  await expect(page.getByRole('button', { name: 'Uncaught exception', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(bench.lines.first()).toContainText('1');
  await page.reload();
  await bench.finished();
  await page.getByRole('button', { name: 'Back to the exploration' }).click();
  await expect(bench.seal).toContainText('2 of 4');
  expect(bench.runId()).toBe(exploration);
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Uncaught exception', exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await expect(bench.seal).toContainText('2 of 4');
});

test('the_failure_and_the_nearest_passing_run_are_seen_side_by_side', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(2, 1));
  await bench.finished();
  const pair = page.getByTestId('pair');
  await expect(pair).toBeVisible({ timeout: QUEUE_MILLIS });
  await expect(pair.locator('canvas').first()).toBeVisible();
  expect(Number(await pair.getAttribute('data-difference'))).toBeGreaterThan(0);
});

test('the_locked_twin_has_a_plain_seal', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lockedCounter(1));
  await bench.finished();
  await expect(bench.seal).toHaveText('All 2 different executions end with 2.');
  await expect(page.getByTestId('failure')).toBeHidden();
  await expect(page.getByTestId('race')).toHaveCount(0);
});

test('locks_taken_in_different_orders_are_a_warning_where_nobody_ends_in_a_deadlock', async ({
  page,
}) => {
  const bench = new Bench(page);
  await bench.explores(
    [
      'import threading',
      'a, b = threading.Lock(), threading.Lock()',
      'def take(first, second):',
      '    with first:',
      '        if second.acquire(timeout=1):',
      '            second.release()',
      'threads = [threading.Thread(target=take, args=order) for order in ((a, b), (b, a))]',
      'for thread in threads:',
      '    thread.start()',
      'for thread in threads:',
      '    thread.join()',
    ].join('\n'),
  );
  await bench.finished();
  await expect(bench.seal).toHaveText('Verified: all 3 different executions are fine.');
  await expect(page.getByTestId('lock-order')).toHaveCount(1);
  await expect(page.getByTestId('lock-order')).toContainText('in the same order everywhere');
  await page.getByTestId('lock-order').getByRole('button').first().click();
});

test('a_stop_keeps_what_was_found', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(4, 3));
  await expect.poll(() => bench.exploredCount(), { timeout: QUEUE_MILLIS }).toBeGreaterThan(0);
  await bench.stop();
  await bench.finished();
  await expect(page.getByTestId('phase')).toContainText('Stopped');
  const explored = await bench.exploredCount();
  expect(explored).toBeGreaterThan(0);
  await page.reload();
  await bench.finished();
  expect(await bench.exploredCount()).toBe(explored);
});

test('an_exploration_is_watched_on_after_a_reload', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(4, 3));
  await expect.poll(() => bench.exploredCount(), { timeout: QUEUE_MILLIS }).toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => bench.exploredCount()).toBeGreaterThan(0);
  await bench.stop();
  await bench.finished();
});

test('a_shared_exploration_opens_with_its_result', async ({ page, browser }) => {
  const bench = new Bench(page);
  await bench.explores(lostUpdate(2, 1));
  await bench.finished();
  await page.keyboard.press('Control+s');
  const link = await page.getByTestId('link').inputValue();
  const stranger = await browser.newContext({ locale: 'en-US' });
  const other = new Bench(await stranger.newPage());
  await other.open(link);
  await other.finished();
  await expect(other.seal).toHaveText('Goes wrong in 2 of 4 different executions.');
  await other.page.getByRole('button', { name: 'Play the failure' }).click();
  await expect(
    other.page.getByRole('button', { name: 'Uncaught exception', exact: true }),
  ).toBeVisible({
    timeout: QUEUE_MILLIS,
  });
  await other.page.getByRole('button', { name: 'Back to the exploration' }).click();
  await expect(other.seal).toContainText('2 of 4');
  await stranger.close();
});

test('how_to_explore_is_chosen_and_remembered', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const settings = page.getByRole('button', { name: 'How to explore' });
  await settings.click();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await page.getByLabel('Executions at most').fill('500');
  await page.getByRole('radio', { name: /PCT/ }).check();
  await page.reload();
  await settings.click();
  await expect(page.getByLabel('Executions at most')).toHaveValue('500');
  await expect(page.getByRole('radio', { name: /PCT/ })).toBeChecked();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe_finds_nothing_serious_in_an_exploration_when_it_is_${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: theme, locale: 'en-US' });
    const bench = new Bench(await context.newPage());
    await bench.explores(lostUpdate(2, 1));
    await bench.finished();
    await expect(bench.endings.first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    await context.close();
  });
}

test('a_syntax_error_is_told_instead_of_an_exploration', async ({ page }) => {
  const bench = new Bench(page);
  await bench.explores('def broken(:\n    pass\n');
  await bench.finished();
  await expect(page.getByTestId('exploration')).toContainText('SyntaxError');
});
