import { expect, test } from '@playwright/test';
import { Bench, ENDLESS } from './bench';

/** The trace as the service keeps it: its entries, and what they printed. */
async function keptTrace(bench: Bench): Promise<{ entries: number; lines: number }> {
  const answer = await bench.page.request.get(`/api/runs/${bench.runId()}/trace`);
  const entries = (await answer.text()).trimEnd().split('\n');
  return {
    entries: entries.length,
    lines: entries.filter((entry) => /"text":"[^"]*\\n"/.test(entry)).length,
  };
}

async function hasAllOf(bench: Bench): Promise<void> {
  const kept = await keptTrace(bench);
  await expect.poll(() => bench.entries()).toBe(kept.entries);
  await bench.page.getByRole('tab', { name: 'Output' }).click();
  await expect(bench.page.getByText(`${kept.lines} lines`, { exact: true })).toBeVisible();
}

test('a_reload_in_the_middle_of_a_run_goes_on_without_a_gap', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runsOn(ENDLESS);
  const before = await bench.entries();
  await page.reload();
  await expect(bench.app).toHaveAttribute('data-phase', 'running');
  await expect.poll(() => bench.entries()).toBeGreaterThan(before);
  await bench.stop();
  await bench.finished();
  await hasAllOf(bench);
});

test('a_lost_connection_is_taken_up_where_it_broke', async ({ page }) => {
  const from: string[] = [];
  await page.routeWebSocket(/\/stream/, (socket) => {
    from.push(new URL(socket.url()).searchParams.get('from') ?? '');
    const isFirst = from.length === 1;
    socket.connectToServer().onMessage((message) => {
      socket.send(message);
      if (isFirst && String(message).includes('turn 2')) void socket.close({ code: 4000 });
    });
  });
  const bench = new Bench(page);
  await bench.runsOn(ENDLESS);
  await expect.poll(() => from.length).toBeGreaterThan(1);
  expect(Number(from[1])).toBeGreaterThan(0);
  await bench.stop();
  await bench.finished();
  await hasAllOf(bench);
});

test('two_browsers_see_the_same_run', async ({ page, browser }) => {
  const bench = new Bench(page);
  await bench.runsOn(ENDLESS);
  const elsewhere = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  });
  const other = new Bench(await elsewhere.newPage());
  await other.open(`/?run=${bench.runId()}`);
  await expect(other.app).toHaveAttribute('data-phase', 'running');
  await other.stop();
  await Promise.all([bench.finished(), other.finished()]);
  await hasAllOf(bench);
  await hasAllOf(other);
  for (const step of [3, 7]) {
    await bench.seek(step);
    await other.seek(step);
    expect(await other.moment()).toBe(await bench.moment());
  }
  await elsewhere.close();
});

test('one_who_stepped_back_is_left_alone_while_the_run_goes_on', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runsOn(ENDLESS);
  await bench.seek(2);
  const before = await bench.entries();
  await expect.poll(() => bench.entries()).toBeGreaterThan(before);
  expect(await bench.stepNumber()).toBe(2);
  await page.getByRole('button', { name: 'live', exact: true }).click();
  await expect.poll(() => bench.stepNumber()).toBeGreaterThan(2);
  await bench.stop();
  await bench.finished();
  await expect.poll(async () => (await bench.stepNumber()) === (await bench.lastStep())).toBe(true);
});
