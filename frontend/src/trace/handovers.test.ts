import { expect, test } from 'vitest';
import { causesOf } from './causes';
import { counting, meeting, orders, philosophers } from './fixtures/programs';
import type { HandoverKind } from './handovers';
import { holdAt } from './holds';
import { emptyLog, type TraceLog } from './log';

const logs = [counting(3, 4), philosophers(5, 4), orders(), meeting()].map((machine) => ({
  name: machine.tasks[1]?.name ?? '',
  log: emptyLog().append(machine.lines),
}));

function received(log: TraceLog, kind: HandoverKind) {
  const all = log.steps.flatMap((step) => log.index.handovers.received(step.index) ?? []);
  return all
    .filter((handover) => handover.kind === kind)
    .map(({ from, to }) => ({ giver: log.steps[from], taker: log.steps[to] }));
}

test.each(logs)('a_handover_goes_forwards_between_two_tasks $name', ({ log }) => {
  const { handovers } = log.index;
  expect(handovers.length).toBeGreaterThan(0);
  for (let place = 0; place < handovers.length; place++) {
    const { from, to } = handovers.at(place) ?? { from: 0, to: 0 };
    expect(from).toBeLessThan(to);
    expect(log.steps[from]?.task).not.toBe(log.steps[to]?.task);
  }
});

test.each(logs)('every_task_but_the_first_begins_by_its_start $name', ({ log }) => {
  const starts = received(log, 'start').map(({ giver, taker }) => [giver?.action, taker?.task]);
  expect(starts).toEqual(starts.map(([, task]) => [{ kind: 'start', child: task }, task]));
  expect(starts).toHaveLength(log.tasks.length - 1);
});

test.each(logs)('a_lock_that_was_waited_for_comes_from_a_release_of_it $name', ({ log }) => {
  for (const { giver, taker } of received(log, 'lock')) {
    const lock = taker?.action;
    if (giver?.action.kind !== 'wait') {
      expect(giver?.action).toMatchObject({
        kind: 'release',
        object: lock && 'object' in lock && lock.object,
      });
    }
  }
});

test('every_blocked_acquire_that_went_through_has_its_arrow', () => {
  const log = logs[0]?.log ?? emptyLog();
  const blocked = log.steps.filter(
    (step) => step.outcome === 'blocked' && step.action.kind === 'acquire',
  );
  const awaited = log.steps
    .flatMap((step) => log.index.handovers.received(step.index) ?? [])
    .filter((handover) => handover.kind === 'lock' && handover.isAwaited);
  expect(blocked.length).toBeGreaterThan(0);
  expect(awaited).toHaveLength(
    new Set(
      blocked.map((step) =>
        log.index.tasks[step.task]?.steps.find(
          (own) => own > step.index && log.steps[own]?.outcome === 'done',
        ),
      ),
    ).size,
  );
});

test('an_item_comes_from_the_step_that_put_it', () => {
  const log = logs[2]?.log ?? emptyLog();
  const items = received(log, 'item');
  expect(items).toHaveLength(12);
  for (const { giver, taker } of items) {
    expect(giver?.action).toEqual({ ...taker?.action, kind: 'put' });
  }
  expect(received(log, 'room').length).toBeGreaterThan(0);
});

test('sets_notifies_barriers_and_ends_hand_over', () => {
  const log = logs[3]?.log ?? emptyLog();
  const kinds = (kind: HandoverKind) =>
    received(log, kind).map(({ giver, taker }) => `${giver?.action.kind}→${taker?.action.kind}`);
  expect(new Set(kinds('event'))).toEqual(new Set(['set→await']));
  expect(kinds('notify')).toEqual(['notify→resume']);
  expect(new Set(kinds('barrier'))).toEqual(new Set(['pass→pass']));
  expect(kinds('barrier')).toHaveLength(6);
  expect(kinds('join').every((each) => each === 'end→join')).toBe(true);
});

test('a_blocked_step_is_caused_by_the_step_that_took_the_lock', () => {
  const log = logs[0]?.log ?? emptyLog();
  const blocked = log.steps.filter(
    (step) => step.outcome === 'blocked' && step.action.kind === 'acquire',
  );
  for (const step of blocked) {
    const [cause] = causesOf(log, step.index);
    const hold = holdAt(log, 0, step.index);
    expect(cause).toEqual({ from: hold?.since, to: step.index, kind: 'held' });
    expect(log.steps[hold?.since ?? -1]?.action).toEqual({ kind: 'acquire', object: 0 });
  }
});

test('a_cause_chain_walks_back_in_time', () => {
  for (const { log } of logs) {
    for (const { index } of log.steps) {
      for (const { from, to } of causesOf(log, index)) expect(from).toBeLessThan(to);
    }
  }
});
