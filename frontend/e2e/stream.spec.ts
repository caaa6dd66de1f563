import { expect, test } from '@playwright/test';
import { Bench } from './bench';

/** Computes for some seconds on the real clock, and prints all the while. */
const LONG = `import threading


def work():
    total = 0
    for turn in range(40):
        for n in range(200_000):
            total += n % 7
        print(threading.current_thread().name, turn)


threads = [threading.Thread(target=work, name=f"worker-{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all done")
`;

async function entriesOfTrace(bench: Bench): Promise<number> {
  const trace = await bench.page.request.get(`/api/runs/${bench.runId()}/trace`);
  return (await trace.text()).trimEnd().split('\n').length;
}

test('a_reload_in_the_middle_of_a_run_goes_on_without_a_gap', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs(LONG);
  await expect(bench.lines.nth(2)).toBeVisible();
  await page.reload();
  await expect(bench.app).toHaveAttribute('data-phase', 'running');
  await bench.finished(60_000);
  const whole = await entriesOfTrace(bench);
  await expect.poll(() => bench.entries()).toBe(whole);
  await expect(page.getByText('81 lines')).toBeVisible();
  await expect(bench.lines.last()).toContainText('all done');
});

test('a_lost_connection_is_taken_up_where_it_broke', async ({ page }) => {
  const from: string[] = [];
  await page.routeWebSocket(/\/stream/, (socket) => {
    from.push(new URL(socket.url()).searchParams.get('from') ?? '');
    const isFirst = from.length === 1;
    let passed = 0;
    socket.connectToServer().onMessage((message) => {
      socket.send(message);
      if (isFirst && ++passed === 6) void socket.close({ code: 4000 });
    });
  });
  const bench = new Bench(page);
  await bench.runs(LONG);
  await bench.finished(60_000);
  expect(from.length).toBeGreaterThan(1);
  expect(Number(from[1])).toBeGreaterThan(0);
  const whole = await entriesOfTrace(bench);
  await expect.poll(() => bench.entries()).toBe(whole);
});

test('two_browsers_see_the_same_run', async ({ page, browser }) => {
  const bench = new Bench(page);
  await bench.runs(LONG);
  await expect.poll(() => bench.runId()).not.toBe('');
  const elsewhere = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
  });
  const other = new Bench(await elsewhere.newPage());
  await other.open(page.url());
  await Promise.all([bench.finished(60_000), other.finished(60_000)]);
  const whole = await bench.entries();
  await expect.poll(() => other.entries()).toBe(whole);
  for (const step of [3, 40]) {
    await bench.seek(step);
    await other.seek(step);
    expect(await other.moment()).toBe(await bench.moment());
  }
  await elsewhere.close();
});

test('one_who_stepped_back_is_left_alone_while_the_run_goes_on', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs(LONG);
  await expect(bench.lines.nth(3)).toBeVisible();
  await bench.seek(5);
  const before = await bench.entries();
  await expect.poll(() => bench.entries()).toBeGreaterThan(before);
  expect(await bench.stepNumber()).toBe(5);
  await page.getByRole('button', { name: 'live', exact: true }).click();
  await bench.finished(60_000);
  expect(await bench.stepNumber()).toBe(await bench.lastStep());
});
