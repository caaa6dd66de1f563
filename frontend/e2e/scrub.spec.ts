import { expect, type Page, test } from '@playwright/test';
import { Bench, lockedCounter } from './bench';

interface Frames {
  readonly count: number;
  readonly medianMillis: number;
  readonly worstMillis: number;
}

/** Moves the position once a frame for so many frames, and says how long the frames took. */
function scrub(page: Page, frames: number): Promise<Frames> {
  return page.evaluate(async (wanted) => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]');
    if (slider === null) throw new Error('there is no position to move');
    const last = Number(slider.max);
    const spans: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let n = 0; n < wanted; n++) {
      slider.value = String(Math.round((last * (1 + Math.sin((n / wanted) * 9))) / 2));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const now = await new Promise<number>(requestAnimationFrame);
      spans.push(now - before);
      before = now;
    }
    spans.sort((one, other) => one - other);
    return {
      count: spans.length,
      medianMillis: spans[spans.length >> 1] ?? 0,
      worstMillis: spans.at(-1) ?? 0,
    };
  }, frames);
}

test('scrubbing_through_20_000_steps_never_freezes', async ({ page }) => {
  const bench = new Bench(page);
  await bench.runs(lockedCounter(3_600));
  await bench.finished();
  await expect.poll(() => bench.lastStep()).toBeGreaterThan(20_000);
  for (const scale of ['Steps', 'Time']) {
    await page.getByRole('button', { name: scale, exact: true }).click();
    const frames = await scrub(page, 120);
    console.log(
      `scrub, ${scale}: ${await bench.lastStep()} steps, ${frames.count} frames, ` +
        `median ${frames.medianMillis.toFixed(1)} ms, worst ${frames.worstMillis.toFixed(1)} ms`,
    );
    expect(frames.medianMillis).toBeLessThan(60);
    expect(frames.worstMillis).toBeLessThan(1_000);
  }
  const pressed = Date.now();
  await bench.press('ArrowLeft', 30);
  await bench.settled();
  const millis = (Date.now() - pressed) / 30;
  console.log(`stepping back through a long trace: ${millis.toFixed(1)} ms a step`);
  expect(millis).toBeLessThan(200);
});
