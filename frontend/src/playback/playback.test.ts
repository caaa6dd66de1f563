import { expect, test } from 'vitest';
import { counting } from '../trace/fixtures/programs';
import { emptyLog } from '../trace/log';
import { PAUSED, play, type Playing } from './player';
import {
  first,
  last,
  next,
  nextChangeOfObject,
  nextOfTask,
  previous,
  previousChangeOfObject,
  previousOfTask,
  stepAtTime,
} from './position';

const log = emptyLog().append(counting(2, 3).lines);

test('next_and_previous_undo_each_other_except_at_the_ends', () => {
  for (let step = first(log); step < last(log); step++)
    expect(previous(log, next(log, step))).toBe(step);
  expect(next(log, last(log))).toBe(last(log));
  expect(previous(log, first(log))).toBe(first(log));
});

test('the_steps_of_a_task_are_reached_forwards_and_backwards', () => {
  const own = log.steps.filter((step) => step.task === 1).map((step) => step.index);
  const reached: number[] = [];
  let step = -1;
  for (;;) {
    const found = nextOfTask(log, step, 1);
    if (found === step) break;
    reached.push((step = found));
  }
  expect(reached).toEqual(own);
  for (const expected of own.slice(0, -1).reverse()) {
    expect((step = previousOfTask(log, step, 1))).toBe(expected);
  }
  expect(previousOfTask(log, step, 1)).toBe(step);
});

test('the_changes_of_an_object_are_reached_both_ways', () => {
  const start = nextChangeOfObject(log, -1, 0);
  const second = nextChangeOfObject(log, start, 0);
  expect(log.steps[start]?.action).toEqual({ kind: 'acquire', object: 0 });
  expect(previousChangeOfObject(log, second, 0)).toBe(start);
  expect(previousChangeOfObject(log, start, 0)).toBe(start);
  expect(nextChangeOfObject(log, last(log), 0)).toBe(last(log));
});

test('the_step_at_a_time_is_the_last_one_not_later', () => {
  for (const { time } of log.steps) {
    const step = stepAtTime(log, time);
    expect(log.steps[step]?.time).toBe(time);
    expect(log.steps[step + 1]?.time ?? Infinity).toBeGreaterThan(time);
  }
  expect(stepAtTime(log, -1)).toBe(-1);
});

test('playing_takes_whole_steps_and_keeps_the_rest', () => {
  let playing: Playing = play(log, { player: PAUSED, step: -1 }, { kind: 'play' });
  playing = play(log, playing, { kind: 'tick', elapsedMillis: 300 });
  expect(playing.step).toBe(0);
  playing = play(log, playing, { kind: 'tick', elapsedMillis: 200 });
  expect(playing.step).toBe(1);
});

test('playing_stops_at_the_end_and_starts_again_from_there', () => {
  const end = play(
    log,
    { player: { ...PAUSED, isPlaying: true }, step: 3 },
    { kind: 'tick', elapsedMillis: 1e6 },
  );
  expect(end).toMatchObject({ step: last(log), player: { isPlaying: false } });
  expect(play(log, end, { kind: 'toggle' })).toMatchObject({
    step: -1,
    player: { isPlaying: true },
  });
});

test('playing_waits_at_the_end_of_a_trace_that_still_grows', () => {
  const growing = emptyLog().append(counting(2, 3).lines.slice(0, -1));
  const end = play(
    growing,
    { player: { ...PAUSED, isPlaying: true }, step: 3 },
    { kind: 'tick', elapsedMillis: 1e6 },
  );
  expect(end).toMatchObject({ step: last(growing), player: { isPlaying: true } });
});

test('speeds_go_up_and_down_one_at_a_time_and_stay_on_the_list', () => {
  const at = { player: PAUSED, step: 0 };
  expect(play(log, play(log, at, { kind: 'faster' }), { kind: 'slower' })).toEqual(at);
  let slow: Playing = at;
  for (let n = 0; n < 20; n++) slow = play(log, slow, { kind: 'slower' });
  expect(slow.player.speed).toBe(0.25);
});
