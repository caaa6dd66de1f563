import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Bench, lostUpdate, QUEUE_MILLIS } from './bench';

/** Two threads that read a counter, and write it on the next line. */
const READ_AND_WRITE = `import threading

counter = 0


def add():
    global counter
    seen = counter
    counter = seen + 1


threads = [threading.Thread(target=add, name=f"adder-{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

/** A person who decides who goes next. */
class Player {
  readonly bar: Locator;
  readonly turns: Locator;
  readonly waits: Locator;

  constructor(
    readonly page: Page,
    readonly bench: Bench,
  ) {
    this.bar = page.getByTestId('scheduler');
    this.turns = page.getByTestId('turn');
    this.waits = page.getByTestId('waits');
  }

  async begins(source: string): Promise<void> {
    await this.bench.open();
    await this.bench.type(source);
    await this.page.getByRole('button', { name: 'Be the scheduler' }).click();
    await expect(this.bar).toContainText('Who goes next?', { timeout: QUEUE_MILLIS });
  }

  /** The chip of a task at the decision, when it is about to do this. */
  chip(task: string, does = ''): Locator {
    const name = new RegExp(`^\\d: ${task} ${does}`);
    return this.turns.and(this.page.getByRole('button', { name }));
  }

  /** Lets a task go on until it is about to do this. */
  async until(task: string, does: string): Promise<void> {
    for (let n = 0; n < 10 && (await this.chip(task, does).count()) === 0; n++) {
      await this.goesOn(() => this.chip(task).click());
    }
    await expect(this.chip(task, does)).toBeVisible();
  }

  /** Does something, and waits until another moment is shown. */
  async goesOn(act: () => Promise<void>): Promise<void> {
    const before = await this.bench.step.innerText();
    await act();
    await expect(this.bench.step).not.toHaveText(before);
  }

  /** Takes the first who can go until nobody has to decide any more. */
  async toTheEnd(): Promise<void> {
    for (let n = 0; n < 40 && (await this.turns.count()) > 0; n++) {
      await this.goesOn(() => this.page.keyboard.press('1'));
    }
    await expect(this.bar).toContainText('The program has ended.');
  }
}

test('a_person_plays_the_lost_update_undoes_it_plays_it_right_and_shares_the_wrong_one', async ({
  page,
  browser,
}) => {
  const bench = new Bench(page);
  const player = new Player(page, bench);
  await player.begins(READ_AND_WRITE);

  // Nothing of what is still to come is seen.
  await expect(bench.lines).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Passed' })).toHaveCount(0);
  await expect(bench.step).toHaveText('step 1 / 1');

  await player.until('MainThread', 'starts adder-1');
  await player.goesOn(() => player.chip('MainThread', 'starts adder-1').click());
  await player.until('adder-0', 'reads counter');
  await expect(player.waits).toHaveText('waits for adder-0 to end');
  await player.until('adder-0', 'writes counter');
  await player.until('adder-1', 'writes counter');
  await player.chip('adder-0', 'writes counter').click();
  await player.toTheEnd();
  await expect(bench.lines).toHaveText(/^1/);
  await expect(page.getByTestId('new-outcome')).toContainText('1 so far');

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByTestId('link').inputValue();
  await page.keyboard.press('Escape');

  // Back to where adder-1 was about to read, and then one after the other.
  const back = player.chip('adder-1', 'reads counter');
  for (let n = 0; n < 12 && (await back.count()) === 0; n++) {
    await player.goesOn(() => page.keyboard.press(n % 2 === 0 ? 'Backspace' : 'Control+z'));
  }
  await expect(bench.lines).toHaveCount(0);
  await player.goesOn(() => player.chip('adder-0', 'writes counter').click());
  await player.toTheEnd();
  await expect(bench.lines).toHaveText(/^2/);
  await expect(page.getByTestId('new-outcome')).toContainText('2 so far');

  const stranger = new Bench(await (await browser.newContext({ locale: 'en-US' })).newPage());
  await stranger.open(link);
  await stranger.finished();
  await expect(stranger.lines).toHaveText(/^1/);
});

test('digits_and_lanes_pick_and_leaving_gives_the_whole_run_back', async ({ page }) => {
  const bench = new Bench(page);
  const player = new Player(page, bench);
  await player.begins(READ_AND_WRITE);
  await page.keyboard.press('9');
  await expect(bench.step).toHaveText('step 1 / 1');
  await page.keyboard.press('2');
  await expect(bench.now).toContainText('adder-0 begins');
  await page.getByRole('button', { name: 'MainThread starts adder-1', exact: true }).click();
  await expect(bench.now).toContainText('MainThread waits for adder-0 to end');
  const place = await bench.stepNumber();
  await page.keyboard.press('b');
  await expect(player.bar).toHaveCount(0);
  await expect.poll(() => bench.lastStep()).toBeGreaterThan(place);
  expect(await bench.stepNumber()).toBe(place);
  await expect(page.getByRole('button', { name: 'Passed' })).toBeVisible();
});

test('an_explored_failure_is_taken_over_and_put_right', async ({ page }) => {
  const bench = new Bench(page);
  const player = new Player(page, bench);
  await bench.explores(lostUpdate(2, 1));
  await bench.finished();
  const exploration = bench.runId();
  await page.getByRole('button', { name: 'Play the failure' }).click();
  await expect.poll(() => bench.runId()).not.toBe(exploration);
  await bench.finished();
  await bench.seek(2);
  await page.getByRole('button', { name: 'Take over from here' }).click();
  await expect(player.bar).toContainText('Who goes next?');
  await expect(player.waits).toHaveText('waits for adder-0 to end');
  await player.toTheEnd();
  // All endings were found before: none is news.
  await expect(page.getByTestId('new-outcome')).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(bench.seal).toContainText('2 of 4');
  await expect(player.bar).toHaveCount(0);
});

test('a_run_of_the_simulated_machine_says_why_it_cannot_be_taken_over', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs(READ_AND_WRITE);
  await bench.finished();
  await page.keyboard.press('h');
  await expect(page.getByText('nobody can take it over')).toBeVisible();
});

test('when_the_service_is_away_one_stays_where_one_was', async ({ page, context }) => {
  const bench = new Bench(page);
  const player = new Player(page, bench);
  await player.begins(READ_AND_WRITE);
  await context.setOffline(true);
  await page.keyboard.press('2');
  await expect(bench.alerts).toContainText('Braid cannot be reached');
  await expect(bench.step).toHaveText('step 1 / 1');
  await context.setOffline(false);
  // The browser may still take itself to be offline: one tries again, as the page says.
  await expect(async () => {
    await page.keyboard.press('2');
    await expect(bench.now).toContainText('adder-0 begins', { timeout: 5_000 });
  }).toPass({ timeout: 20_000 });
});

for (const theme of ['light', 'dark'] as const) {
  test(`a_decision_can_be_read_by_everyone_${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const bench = new Bench(page);
    const player = new Player(page, bench);
    await player.begins(READ_AND_WRITE);
    await player.until('adder-0', 'writes counter');
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  });
}
