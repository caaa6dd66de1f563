import { AxeBuilder } from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { Bench } from './bench';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe_finds_nothing_serious_when_it_is_${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: theme, locale: 'en-US' });
    const page = await context.newPage();
    const bench = new Bench(page);
    await bench.open();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await seriousFindings(page)).toEqual([]);
    await bench.run();
    await bench.finished();
    await bench.seek(10);
    for (const tab of ['Output', 'Story', 'Verdict']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Examples' }).click();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await context.close();
  });
}

test('the_theme_can_be_switched_and_is_remembered', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('button', { name: 'Switch to Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the_page_speaks_the_browsers_language_and_can_be_switched', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  const bench = new Bench(page);
  await bench.open();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.getByRole('button', { name: '실행', exact: true }).click();
  await bench.finished();
  await expect(page.getByRole('button', { name: '통과' })).toBeVisible();
  await page.getByRole('button', { name: 'Show in English' }).click();
  await expect(page.getByRole('button', { name: 'Passed' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});

test('on_a_phone_the_panels_are_tabs_above_the_transport', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
    locale: 'en-US',
  });
  const page = await context.newPage();
  const bench = new Bench(page);
  await bench.open();
  await bench.run();
  await bench.finished();
  await expect(page.getByRole('tab', { name: 'Lanes' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: 'One step back' }).click();
  expect(await bench.stepNumber()).toBe((await bench.lastStep()) - 1);
  for (const tab of ['Program', 'Objects', 'Result', 'Lanes']) {
    await page.getByRole('tab', { name: tab }).click();
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide).toBe(false);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeInViewport();
    expect(await seriousFindings(page)).toEqual([]);
  }
  await context.close();
});

test('a_service_without_walls_says_so_on_every_page', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await expect(page.getByTestId('banner')).toBeHidden();
  await page.route('/api/about', (route) =>
    route.fulfill({ json: { version: '1', isolation: 'none', walls: [], languages: ['python'] } }),
  );
  for (const path of ['/', '/examples/deadlock-two-locks', '/s/11111111111']) {
    await bench.open(path);
    await expect(page.getByTestId('banner')).toContainText('without the outer sandbox');
  }
});

test('a_splitter_moves_with_keys_and_remembers', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const bar = page.getByRole('separator', { name: 'Width of the program' });
  const before = await bar.getAttribute('aria-valuenow');
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  const moved = (await bar.getAttribute('aria-valuenow')) ?? '';
  expect(moved).not.toBe(before);
  await page.reload();
  await expect(bar).toHaveAttribute('aria-valuenow', moved);
});

test('the_first_load_is_at_most_300_kB_compressed', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.ok()) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
  console.log(`first load: ${sizes.length} files, ${Math.round(bytes / 1000)} kB compressed`);
  expect(bytes).toBeLessThan(300_000);
});
