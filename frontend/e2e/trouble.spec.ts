import { expect, test } from '@playwright/test';
import { Bench, QUEUE_MILLIS } from './bench';

/** After whatever happened, the page runs the next program. */
async function runsTheNext(bench: Bench): Promise<void> {
  await bench.type('print("still here")\n');
  await bench.run();
  await bench.page.getByRole('tab', { name: 'Output' }).click();
  await expect(bench.lines.first()).toContainText('still here', { timeout: QUEUE_MILLIS });
  await bench.finished();
}

test('a_syntax_error_names_its_line', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs('print("a")\ndef broken(:\n    pass\n');
  await bench.finished();
  await expect(bench.verdict).toContainText('SyntaxError');
  await expect(bench.verdict).toContainText('line 2');
  await expect(page.locator('.braid-failing')).toContainText('def broken');
  await runsTheNext(bench);
});

const RAISES = `import threading


def work():
    raise ValueError("no luck")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("main goes on")
`;

test('an_exception_in_a_thread_shows_its_traceback_and_marks_its_line', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs(RAISES);
  await bench.finished();
  await expect(bench.verdict).toContainText('Uncaught exception');
  await expect(bench.verdict).toContainText('worker ended at line 5 with ValueError: no luck');
  await expect(page.locator('.traceback')).toContainText('Traceback (most recent call last)');
  await expect(page.locator('.braid-failing')).toContainText('raise ValueError');
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(bench.lines.filter({ hasText: 'main goes on' })).toHaveCount(1);
  await runsTheNext(bench);
});

test('stop_ends_an_endless_loop_at_once', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs('print("on")\nprint("and")\nprint("on")\nwhile True:\n    pass\n');
  await expect(bench.lines.nth(2)).toBeVisible({ timeout: QUEUE_MILLIS });
  const pressed = Date.now();
  await bench.stop();
  await bench.finished();
  console.log(`stop: the verdict came ${Date.now() - pressed} ms after the button`);
  expect(Date.now() - pressed).toBeLessThan(3_000);
  await expect(bench.verdict).toContainText('Stopped');
  await runsTheNext(bench);
});

test('a_flood_of_output_leaves_the_page_usable', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs('while True:\n    print("flood " * 200)\n');
  await page.getByRole('tab', { name: 'Story' }).click();
  await page.getByRole('tab', { name: 'Output' }).click();
  await bench.finished();
  // The flood may have been over before the tabs were tried.
  await page.getByRole('tab', { name: 'Verdict' }).click();
  await expect(bench.verdict).toContainText('printed more than');
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(bench.lines.first()).toBeVisible();
  expect(await bench.lines.count()).toBeLessThan(200);
  await runsTheNext(bench);
});

test('a_program_that_is_too_long_is_refused_with_its_size', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const asked = bench.runsAskedFor();
  await bench.type(`# ${'x'.repeat(70_000)}\n`);
  await bench.run();
  await expect(bench.alerts).toContainText('at most 64 KiB');
  expect(asked).toHaveLength(0);
});

test('without_a_network_the_page_says_what_to_do_and_keeps_the_code', async ({ page, context }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.type('print("offline")\n');
  await context.setOffline(true);
  await bench.run();
  await expect(bench.alerts).toContainText('Braid cannot be reached');
  await expect(bench.editor).toContainText('offline');
  await context.setOffline(false);
  await bench.run();
  await bench.finished();
  await expect(bench.lines.first()).toContainText('offline');
});
