// Scrubs through long traces in a real browser and prints frame times and memory:
//   npm run dev -- --port 8131 &   node bench/scrub.mjs http://localhost:8131
import { chromium } from '@playwright/test';

const base = process.argv[2] ?? 'http://localhost:5173';
const FRAMES = 240;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** Frame times in milliseconds while the playhead sweeps over the whole run. */
async function sweep(page, frames) {
  return page.evaluate(async (count) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const last = window.lab.steps() - 1;
    const times = [];
    const works = [];
    await nextFrame();
    let before = performance.now();
    for (let frame = 0; frame < count; frame++) {
      const began = performance.now();
      window.lab.seek(Math.round((frame / count) * last));
      await Promise.resolve();
      works.push(performance.now() - began);
      await nextFrame();
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    const sorted = (list) => [...list].sort((a, b) => a - b);
    const at = (list, share) => sorted(list)[Math.floor(list.length * share)];
    return {
      median: at(times, 0.5),
      p95: at(times, 0.95),
      worst: at(times, 0.999),
      work: at(works, 0.5),
    };
  }, frames);
}

/** Processor time of the page's main thread so far, whatever else the machine does. */
async function processor(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  };
}

async function megabytes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

const round = (value) => Math.round(value * 10) / 10;
const rows = [];
for (const size of [20_000, 100_000]) {
  for (const view of ['comfortable', 'whole']) {
    for (const scale of ['steps', 'time']) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const fit = view === 'whole' ? '&fit=1' : '';
      await page.goto(`${base}/lab/?program=large&size=${size}&scale=${scale}${fit}`);
      await page.waitForFunction(() => window.lab?.steps() > 0);
      await page.waitForTimeout(1500);
      const spent = await processor(page);
      const before = await spent();
      const times = await sweep(page, FRAMES);
      const after = await spent();
      const perFrame = (name) => round((after[name] - before[name]) / FRAMES);
      rows.push({
        steps: await page.evaluate(() => window.lab.steps()),
        view,
        scale,
        'frame median ms': round(times.median),
        'frame 95 % ms': round(times.p95),
        'worst ms': round(times.worst),
        'cpu/frame ms': perFrame('TaskDuration'),
        'script ms': perFrame('ScriptDuration'),
        'layout+style ms': round(perFrame('LayoutDuration') + perFrame('RecalcStyleDuration')),
        'heap MB': round(await megabytes(page)),
      });
      await page.close();
    }
  }
}
console.table(rows);
await browser.close();
