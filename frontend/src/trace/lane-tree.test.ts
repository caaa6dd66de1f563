import { expect, test } from 'vitest';
import { meeting } from './fixtures/programs';
import { laneRows, toggled } from './lane-tree';
import { emptyLog } from './log';

const { tasks } = emptyLog().append(meeting().lines);
const drawn = (folded: ReadonlySet<number>) =>
  laneRows(tasks, folded).map(({ task, depth }) => '  '.repeat(depth) + tasks[task]?.name);

test('threads_stand_under_their_process', () => {
  expect(drawn(new Set())).toEqual([
    'MainThread',
    '  walker-1',
    '  walker-2',
    '  walker-3',
    '  guide',
    'Office',
    '  clerk',
  ]);
});

test('what_is_folded_has_no_row_but_is_known_to_its_fold', () => {
  const rows = laneRows(tasks, new Set([0]));
  expect(rows.map(({ task }) => tasks[task]?.name)).toEqual(['MainThread', 'Office', 'clerk']);
  expect(rows[0]?.inside.map((task) => tasks[task]?.name)).toEqual([
    'walker-1',
    'walker-2',
    'walker-3',
    'guide',
  ]);
});

test('coroutines_stand_under_the_thread_they_were_made_on', () => {
  const thread = { type: 'thread', process: 0, daemon: false, born: 0 } as const;
  const rows = laneRows(
    [
      { ...thread, task: 0, type: 'process', name: 'main', parent: -1 },
      { ...thread, task: 1, name: 'loop', parent: 0 },
      { ...thread, task: 2, type: 'coroutine', name: 'outer', parent: 1 },
      { ...thread, task: 3, type: 'coroutine', name: 'inner', parent: 2 },
      { ...thread, task: 4, name: 'other', parent: 0 },
    ],
    new Set(),
  );
  expect(rows.map(({ task, depth }) => [task, depth])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 1],
  ]);
});

test('folding_twice_changes_nothing', () => {
  const folded = new Set([3]);
  expect(toggled(toggled(folded, 5), 5)).toEqual(folded);
  expect(toggled(folded, 3)).toEqual(new Set());
});
