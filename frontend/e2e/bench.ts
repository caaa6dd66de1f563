import { expect, type Locator, type Page, type Request } from '@playwright/test';

/**
 * How long a run may wait for a worker. A stopped run takes its worker with it, and the next one
 * starts in some seconds; on a machine that builds other things meanwhile it takes longer.
 */
export const QUEUE_MILLIS = 150_000;

/** The page as a person uses it. */
export class Bench {
  readonly app: Locator;
  readonly editor: Locator;
  readonly step: Locator;
  readonly now: Locator;
  readonly lines: Locator;
  readonly verdict: Locator;
  readonly alerts: Locator;
  readonly seal: Locator;
  readonly explored: Locator;
  readonly endings: Locator;

  constructor(readonly page: Page) {
    this.app = page.locator('.app');
    this.editor = page.locator('.cm-content');
    this.step = page.getByTestId('step');
    this.now = page.getByTestId('now');
    this.lines = page.getByTestId('line');
    this.verdict = page.getByTestId('verdict');
    this.alerts = page.getByRole('alert');
    this.seal = page.getByTestId('seal');
    this.explored = page.getByTestId('explored');
    this.endings = page.getByTestId('ending');
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(path);
    await expect(this.editor).toBeVisible();
  }

  /** Replaces the program; the editor's own indentation stays out of it. */
  async type(source: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(source);
    await this.page.keyboard.press('Escape');
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Types a program on the start page and explores it. */
  async explores(source: string): Promise<void> {
    await this.open();
    await this.type(source);
    await this.page.getByRole('button', { name: 'Explore', exact: true }).click();
    await expect(this.page.getByTestId('exploration')).toBeVisible();
  }

  /** How many executions have ended, as the page says it. */
  async exploredCount(): Promise<number> {
    return Number((await this.explored.innerText()).replaceAll(',', ''));
  }

  /** Types a program on the start page and runs it. */
  async runs(source: string): Promise<void> {
    await this.open();
    await this.type(source);
    await this.run();
  }

  /** Runs a program that does not end by itself, until it has printed something. */
  async runsOn(source: string): Promise<void> {
    await this.runs(source);
    await expect(this.app).toHaveAttribute('data-phase', 'running', { timeout: QUEUE_MILLIS });
    await expect(this.lines.nth(2)).toBeVisible();
  }

  async stop(): Promise<void> {
    await this.page.getByRole('button', { name: 'Stop' }).click();
  }

  async finished(timeout = QUEUE_MILLIS): Promise<void> {
    await expect(this.app).toHaveAttribute('data-phase', 'finished', { timeout });
  }

  /** All that is shown of a moment: source marks, story, objects, output and position. */
  async moment(): Promise<string> {
    await this.settled();
    // The table for those who cannot see the picture follows once the playhead rests.
    await this.page.waitForSelector('table[aria-busy=true]', { state: 'detached' });
    return this.page.evaluate(() => {
      const text = (selector: string): string =>
        [...document.querySelectorAll<HTMLElement>(selector)]
          .map((each) => each.innerText)
          .join('\n');
      const marks = [...document.querySelectorAll('.braid-dots[title]')]
        .map((each) => each.getAttribute('title'))
        .filter((title) => title !== '');
      const printed = document.querySelectorAll('[data-testid=line]:not(.later)').length;
      const panels = text('section:not(:has(.cm-editor))');
      return [marks.join('; '), text('.braid-ghost'), text('footer'), panels, printed].join(
        '\n--\n',
      );
    });
  }

  /** Two frames later, when what was asked for is drawn. */
  async settled(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async stepNumber(): Promise<number> {
    return Number(/(\d+) \/ \d+/.exec(await this.step.innerText())?.[1] ?? -1);
  }

  async lastStep(): Promise<number> {
    return Number(/\/ (\d+)/.exec(await this.step.innerText())?.[1] ?? -1);
  }

  async seek(step: number): Promise<void> {
    await this.page.getByLabel('Position', { exact: true }).fill(String(step));
  }

  async entries(): Promise<number> {
    return Number(await this.app.getAttribute('data-entries'));
  }

  /** The run's id, as the address names it. */
  runId(): string {
    return new URL(this.page.url()).searchParams.get('run') ?? '';
  }

  /** Every run asked for by this page from here on. */
  runsAskedFor(): readonly Request[] {
    const asked: Request[] = [];
    this.page.on('request', (request) => {
      const isRun = request.method() === 'POST' && new URL(request.url()).pathname === '/api/runs';
      if (isRun) asked.push(request);
    });
    return asked;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let n = 0; n < times; n++) await this.page.keyboard.press(key);
  }
}

/** Computes and prints until it is stopped. */
export const ENDLESS = `import threading


def work():
    turn = 0
    while True:
        turn += 1
        total = 0
        for n in range(20_000):
            total += n % 7
        print(threading.current_thread().name, "turn", turn)


for i in range(2):
    threading.Thread(target=work, name=f"worker-{i}").start()
`;

/** Two threads which add to a counter under a lock, so many times each. */
export function lockedCounter(times: number): string {
  return `import threading

lock = threading.Lock()
counter = 0


def add():
    global counter
    for _ in range(${times}):
        with lock:
            counter += 1


threads = [threading.Thread(target=add, name=f"adder-{i}") for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;
}

/** Threads which each add to a counter without a lock, so many times, and a claim about the sum. */
export function lostUpdate(threads: number, times: number): string {
  return `import threading

counter = 0


def add():
    global counter
    for _ in range(${times}):
        counter = counter + 1


threads = [threading.Thread(target=add, name=f"adder-{i}") for i in range(${threads})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
assert counter == ${threads * times}
`;
}
