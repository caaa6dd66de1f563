import { LANE_COLOURS, laneNumber } from '../lanes-colours';

/** The colours of the picture, read from the page's tokens. */
export interface Palette {
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly strong: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly accentSoft: string;
  readonly bad: string;
  readonly lanes: readonly string[];
  /** The font family of texts. */
  readonly family: string;
}

/** Reads the tokens as they are for `element` now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#808080';
  return {
    panel: token('panel'),
    raised: token('raised'),
    line: token('line'),
    strong: token('line-strong'),
    ink: token('ink'),
    soft: token('ink-soft'),
    faint: token('ink-faint'),
    accent: token('accent'),
    accentInk: token('accent-ink'),
    accentSoft: token('accent-soft'),
    bad: token('bad'),
    lanes: Array.from({ length: LANE_COLOURS }, (_, number) => token(`lane-${number}`)),
    family: style.getPropertyValue('--font-text').trim() || 'sans-serif',
  };
}

export function laneInk(palette: Palette, task: number): string {
  return palette.lanes[laneNumber(task)] ?? palette.ink;
}

/** Calls `read` now and whenever the theme changes; returns how to stop. */
export function watchPalette(read: () => void): () => void {
  read();
  const watcher = new MutationObserver(read);
  watcher.observe(document.documentElement, { attributes: true });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', read);
  return () => {
    watcher.disconnect();
    dark.removeEventListener('change', read);
  };
}
