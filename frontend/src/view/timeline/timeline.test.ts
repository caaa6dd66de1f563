import { expect, test } from 'vitest';
import { pictureEn } from '../../messages/picture.en';
import { counting, deadlock, meeting, orders } from '../../trace/fixtures/programs';
import { laneRows } from '../../trace/lane-tree';
import { emptyLog, type TraceLog } from '../../trace/log';
import { Stretches } from '../../trace/stretches';
import { drawLanes } from './draw-lanes';
import { drawOverlay } from './draw-overlay';
import { drawStretches } from './draw-stretches';
import { markAt, stepAt } from './hit';
import { labelsOf } from './labels';
import { barMiddle, extentOf, rowShape, rowsOfTasks, type Scene, unitOfStep } from './scene';
import { settled } from './settle';
import { SvgPen } from './svg-pen';
import {
  comfortable,
  fitted,
  following,
  panned,
  type Scale,
  spanOf,
  unitAt,
  type Viewport,
  xOf,
  zoomed,
} from './viewport';

const palette = {
  ...{ panel: '#fff', raised: '#fff', line: '#ddd', strong: '#888', ink: '#111', soft: '#555' },
  ...{ faint: '#777', accent: '#00f', accentInk: '#fff', accentSoft: '#eef', bad: '#c00' },
  lanes: ['#0b5cad', '#b8440c', '#0a7350', '#7a3fa8', '#8a5a00', '#00708a', '#b0256b'],
  family: 'sans-serif',
};

function sceneOf(log: TraceLog, scale: Scale, width = 900): Scene {
  const rows = laneRows(log.tasks, new Set());
  const base = { scale, width, start: 0, pixelsPerUnit: 1, extent: extentOf(log, scale) };
  return {
    ...{ log, rows, palette, messages: pictureEn, hiddenArrows: new Set() },
    rowOfTask: rowsOfTasks(rows),
    shape: rowShape(rows.length, 400),
    view: fitted(base),
    scrolled: 0,
    height: 400,
  };
}

function svgPen(): SvgPen {
  return new SvgPen({ measure: (text) => text.length * 6 }, 'sans-serif');
}

const view: Viewport = { scale: 'steps', start: 0, pixelsPerUnit: 30, width: 600, extent: 500 };

test('zooming_keeps_what_is_under_the_pointer', () => {
  const from = panned(view, 2000);
  for (const factor of [0.5, 1.3, 4]) {
    expect(unitAt(zoomed(from, factor, 200), 200)).toBeCloseTo(unitAt(from, 200), 6);
  }
});

test('nothing_but_the_trace_is_ever_in_sight', () => {
  for (const pixels of [-1e9, -50, 0, 1e9]) {
    const moved = panned(view, pixels);
    expect(moved.start).toBeGreaterThanOrEqual(-1);
    expect(moved.start + spanOf(moved)).toBeLessThanOrEqual(503);
  }
});

test('everything_fits_and_a_long_trace_is_first_shown_readably', () => {
  const whole = fitted(view);
  expect(xOf(whole, 0)).toBeGreaterThan(0);
  expect(xOf(whole, 500)).toBeLessThan(600);
  expect(comfortable(view).pixelsPerUnit).toBe(30);
  expect(comfortable({ ...view, extent: 10 }).pixelsPerUnit).toBeCloseTo(50.4);
});

test('where_something_is_written_behind_the_end_there_is_room_for_it', () => {
  const wide = following(following({ ...view, behind: undefined }, view.extent), view.extent);
  const room = following({ ...view, behind: 200 }, view.extent);
  expect(view.width - xOf(room, view.extent)).toBeGreaterThanOrEqual(200);
  expect(view.width - xOf(wide, view.extent)).toBeLessThan(200);
});

test('following_moves_only_when_it_must', () => {
  expect(following(view, 8)).toBe(view);
  const later = following(view, 300);
  expect(xOf(later, 300)).toBeGreaterThan(0);
  expect(xOf(later, 300)).toBeLessThan(600);
});

test('a_view_chosen_by_the_reader_stays_while_the_trace_grows', () => {
  const own = zoomed(view, 2, 0);
  const now = { scale: 'steps', width: 600, extent: 900, unit: 3 } as const;
  const grown = settled(own, 'own', { ...now, hasMoved: false, isScrubbing: false });
  expect(grown.start).toBe(own.start);
  expect(grown.pixelsPerUnit).toBe(own.pixelsPerUnit);
});

test.each(['steps', 'time'] as const)('a_click_on_a_mark_finds_its_step along %s', (scale) => {
  const log = emptyLog().append(counting(2, 2).lines);
  const whole = sceneOf(log, scale, 6000);
  for (const { index, task } of log.steps) {
    const x = xOf(whole.view, unitOfStep(whole, index));
    const y = barMiddle(whole, whole.rowOfTask.get(task) ?? 0);
    const found = markAt(whole, x, y);
    expect(log.steps[found]?.task).toBe(task);
    expect(Math.abs(xOf(whole.view, unitOfStep(whole, found)) - x)).toBeLessThan(1);
  }
});

test('the_step_at_a_place_is_the_nearest_one', () => {
  const log = emptyLog().append(counting(2, 2).lines);
  for (const scale of ['steps', 'time'] as const) {
    const whole = sceneOf(log, scale);
    expect(stepAt(whole, -500)).toBeLessThanOrEqual(0);
    expect(stepAt(whole, 5000)).toBe(log.steps.length - 1);
  }
});

test.each(['steps', 'time'] as const)('a_drawing_names_what_is_waited_for along %s', (scale) => {
  const log = emptyLog().append(meeting().lines);
  const scene = { ...sceneOf(log, scale, 12_000), height: 600 };
  const pen = svgPen();
  drawLanes(pen, scene, (step) => labelsOf(log, pictureEn, step));
  const step = 20;
  const quiet = {
    hovered: -1,
    causes: [],
    selectedTask: 1,
    selectedObject: 0,
    difference: 2,
    isStill: false,
  };
  drawOverlay(pen, scene, { step, ...quiet });
  const svg = pen.finish(100, 100, { title: 'a <b>', background: '#fff' });
  expect(svg).toMatch(/^<svg [^>]*><title>a &lt;b&gt;<\/title>/);
  for (const text of ['bell', 'end of', 'gate', 'acquire bridge']) expect(svg).toContain(text);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
});

test('hidden_arrows_are_not_drawn', () => {
  const log = emptyLog().append(orders().lines);
  const arrows = (hidden: Scene['hiddenArrows']) => {
    const pen = svgPen();
    const scene = { ...sceneOf(log, 'steps', 4000), hiddenArrows: hidden };
    drawLanes(pen, scene, () => []);
    return pen.finish(1, 1, { title: '', background: '' }).split('<polygon').length - 1;
  };
  const all = arrows(new Set());
  const some = arrows(new Set(['item']));
  expect(some).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(some);
});

test('a_deadlock_shows_who_waits_for_whom_at_its_end_and_only_there', () => {
  const log = emptyLog().append(deadlock().lines);
  const arrows = (step: number) => {
    const pen = svgPen();
    const still = {
      hovered: -1,
      causes: [],
      selectedTask: -1,
      selectedObject: -1,
      difference: -1,
      isStill: false,
    };
    drawOverlay(pen, sceneOf(log, 'steps'), { step, ...still });
    return pen.finish(1, 1, { title: '', background: '' }).split('<polygon').length - 1;
  };
  expect(arrows(log.steps.length - 1)).toBe(2);
  expect(arrows(log.steps.length - 2)).toBe(0);
});

test('stretches_narrower_than_a_pixel_are_drawn_as_shares_and_not_one_by_one', () => {
  const stretches = new Stretches();
  for (let step = 0; step < 50_000; step++) stretches.begin(step, step % 2 === 0 ? 2 : 1, -1);
  const pen = svgPen();
  const band = { top: 0, height: 20, colour: '#000' };
  const whole = fitted({ ...view, extent: 50_000 });
  drawStretches(pen, stretches, whole, { band });
  const rects = pen.finish(1, 1, { title: '', background: '' }).split('<rect').length - 2;
  expect(rects).toBeGreaterThan(0);
  expect(rects).toBeLessThan(2 * whole.width);
});
