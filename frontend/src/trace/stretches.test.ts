import { expect, test } from 'vitest';
import { counting, meeting, orders, philosophers } from './fixtures/programs';
import { emptyLog } from './log';
import { momentAt } from './moment';
import { lastAtMost } from './search';
import { Doing, Lane } from './stretches';

const logs = [counting(3, 4), philosophers(5, 4), orders(), meeting()].map((machine) => ({
  name: machine.tasks[1]?.name ?? '',
  log: emptyLog().append(machine.lines),
}));

const doingOf: Readonly<Record<string, Doing>> = {
  created: Doing.nothing,
  ended: Doing.nothing,
  runnable: Doing.runnable,
  blocked: Doing.blocked,
  joining: Doing.joining,
  sleeping: Doing.sleeping,
  network: Doing.network,
};

test.each(logs)('a_lane_shows_the_state_its_task_has_at_each_step $name', ({ log }) => {
  for (const { index, task: runner } of log.steps) {
    const before = momentAt(log, index - 1);
    for (const { task, state } of before.tasks) {
      const { starts, doings } = log.index.tasks[task]?.lane.bySteps ?? new Lane().bySteps;
      const expected = task === runner ? Doing.running : doingOf[state.kind];
      expect([index, task, doings[lastAtMost(starts, index)]]).toEqual([index, task, expected]);
    }
  }
});

test.each(logs)('stretches_follow_one_another_and_differ $name', ({ log }) => {
  for (const { lane } of log.index.tasks) {
    for (const { starts, doings, references } of [lane.bySteps, lane.byTime]) {
      expect([...starts].sort((a, b) => a - b)).toEqual(starts);
      for (let place = 1; place < starts.length; place++) {
        expect([doings[place], references[place]]).not.toEqual([
          doings[place - 1],
          references[place - 1],
        ]);
      }
    }
  }
});

test.each(logs)('along_time_a_task_runs_from_since_to_time_of_each_step $name', ({ log }) => {
  for (const step of log.steps) {
    if (step.since >= step.time) continue;
    const { starts, doings } = log.index.tasks[step.task]?.lane.byTime ?? new Lane().byTime;
    const place = lastAtMost(starts, step.time - 1);
    expect([step.index, doings[place]]).toEqual([step.index, Doing.running]);
  }
});

test('a_sleeper_that_is_due_is_runnable_until_it_runs', () => {
  const lane = new Lane();
  const base = { kind: 'step', task: 0, line: 1, outcome: 'done', changes: [] } as const;
  lane.step({ ...base, index: 0, time: 10, since: 0, action: { kind: 'sleep', nanos: 40 } });
  lane.become(0, 10, { kind: 'sleeping', until: 50 });
  lane.step({ ...base, index: 1, time: 90, since: 70, action: { kind: 'yield' } });
  expect(lane.byTime.starts.slice(1)).toEqual([0, 10, 50, 70, 90]);
  expect(lane.byTime.doings.slice(1)).toEqual([
    Doing.running,
    Doing.sleeping,
    Doing.runnable,
    Doing.running,
    Doing.runnable,
  ]);
});
