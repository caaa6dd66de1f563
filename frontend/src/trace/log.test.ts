import { expect, test } from 'vitest';
import { counting, meeting, orders, philosophers } from './fixtures/programs';
import { emptyLog, type TraceLog } from './log';
import { momentAt } from './moment';

const programs = [counting(2, 3), philosophers(5, 3), orders(), meeting()].map((machine) => ({
  name: machine.tasks[1]?.name ?? '',
  lines: machine.lines,
}));

function changesApplied(log: TraceLog, step: number): unknown {
  const tasks = new Map<number, unknown>();
  const objects = new Map<number, unknown>();
  for (const { changes } of log.steps.slice(0, step + 1)) {
    for (const change of changes) {
      if (change.kind === 'task') tasks.set(change.task, change.state);
      else objects.set(change.object, change.state);
    }
  }
  return { tasks, objects };
}

test.each(programs)('a_moment_is_all_changes_up_to_its_step_applied $name', ({ lines }) => {
  const log = emptyLog().append(lines);
  for (let step = -1; step < log.steps.length; step++) {
    const moment = momentAt(log, step);
    const tasks = moment.tasks.filter((task) => task.state.kind !== 'created');
    const objects = moment.objects.filter(({ info, state }) => info.state !== state);
    expect({
      tasks: new Map(tasks.map(({ task, state }) => [task, state])),
      objects: new Map(objects.map(({ object, state }) => [object, state])),
    }).toEqual(changesApplied(log, step));
  }
});

test.each(programs)('a_moment_is_the_same_reached_from_either_side $name', ({ lines }) => {
  const log = emptyLog().append(lines);
  const forwards = log.steps.map((_, step) => momentAt(log, step));
  const backwards = log.steps.map((_, step) => momentAt(log, log.steps.length - 1 - step));
  expect(backwards.reverse()).toEqual(forwards);
});

test.each(programs)(
  'a_log_appended_line_by_line_equals_one_appended_at_once $name',
  ({ lines }) => {
    const whole = emptyLog().append(lines);
    let grown = emptyLog();
    for (const line of lines) grown = grown.append([line]);
    expect(grown).toEqual(whole);
    expect(grown.index).toEqual(whole.index);
  },
);

test.each(programs)('appending_leaves_the_log_before_as_it_was $name', ({ lines }) => {
  const half = Math.floor(lines.length / 2);
  const early = emptyLog().append(lines.slice(0, half));
  const { steps } = early;
  const before = momentAt(early, steps.length - 1);
  const late = early.append(lines.slice(half));
  expect(early.steps).toBe(steps);
  expect(early.length).toBe(half);
  expect(momentAt(early, steps.length - 1)).toEqual(before);
  const again = early.append(lines.slice(half));
  expect(again.index).toEqual(late.index);
});

test('a_moment_beyond_the_ends_is_the_nearest_one', () => {
  const log = emptyLog().append(counting(1, 1).lines);
  expect(momentAt(log, 1e9)).toEqual(momentAt(log, log.steps.length - 1));
  expect(momentAt(log, -5)).toEqual(momentAt(log, -1));
  expect(momentAt(emptyLog(), 3).tasks).toEqual([]);
});

test('an_object_is_there_from_its_declaration_on_and_new_at_its_first_moment', () => {
  const log = emptyLog().append([
    '{"kind":"task","task":0,"type":"process","name":"MainThread","parent":-1,"process":0,"daemon":false}',
    '{"kind":"step","index":0,"time":0,"since":0,"task":0,"line":1,"action":{"kind":"begin"},"outcome":"done","changes":[]}',
    '{"kind":"object","object":0,"type":"lock","name":"lock","task":0,"line":3,"owner":-1,"state":{"kind":"mutex","owner":-1,"depth":0,"waiters":[]}}',
    '{"kind":"step","index":1,"time":9,"since":0,"task":0,"line":0,"action":{"kind":"yield"},"outcome":"done","changes":[]}',
    '{"kind":"step","index":2,"time":9,"since":0,"task":0,"line":0,"action":{"kind":"yield"},"outcome":"done","changes":[]}',
  ]);
  expect(momentAt(log, 0).objects).toEqual([]);
  expect(momentAt(log, 1).objects.map((each) => each.hasChanged)).toEqual([true]);
  expect(momentAt(log, 2).objects.map((each) => each.hasChanged)).toEqual([false]);
  expect(momentAt(log, 2).tasks[0]?.line).toBe(1);
});

test('a_name_holds_from_where_it_was_given', () => {
  const lines = counting(1, 1).lines;
  const log = emptyLog()
    .append(lines.slice(0, -5))
    .append(['{"kind":"name","task":0,"name":"boss"}'])
    .append(lines.slice(-5));
  expect(log.tasks[0]?.name).toBe('boss');
  expect(momentAt(log, 2).tasks[0]?.name).toBe('MainThread');
  expect(momentAt(log, log.steps.length - 1).tasks[0]?.name).toBe('boss');
});

test('an_object_without_a_name_goes_by_its_type_and_line', () => {
  const declared =
    '{"kind":"object","object":0,"type":"lock","name":"","task":0,"line":3,"owner":-1,"state":{"kind":"mutex","owner":-1,"depth":0,"waiters":[]}}';
  expect(emptyLog().append([declared]).objects[0]?.name).toBe('lock@3');
});

test('the_nameless_lock_of_a_condition_is_a_part_of_it', () => {
  const at = '"task":0,"line":3,"owner":-1';
  const log = emptyLog().append([
    `{"kind":"object","object":0,"type":"rlock","name":"",${at},"state":{"kind":"mutex","owner":-1,"depth":0,"waiters":[]}}`,
    `{"kind":"object","object":1,"type":"condition","name":"posted",${at},"state":{"kind":"condition","lock":0,"waiters":[]}}`,
  ]);
  expect(log.objects.map(({ name, owner }) => [name, owner])).toEqual([
    ['posted.lock', 1],
    ['posted', -1],
  ]);
});

test('output_is_what_was_printed_in_order', () => {
  const log = emptyLog().append(philosophers(2, 1).lines);
  expect(log.outputs.map((piece) => piece.text)).toEqual(['eats\n', 'eats\n', 'done\n']);
});

test.each([
  ['{', /not JSON/],
  ['[]', /should be an object/],
  ['{"kind":"dance"}', /no entry "dance"/],
  ['{"kind":"name","task":"0","name":"x"}', /"task" should be a whole number/],
  ['{"kind":"name","task":3,"name":"x"}', /never declared/],
  [
    '{"kind":"step","index":4,"time":0,"since":0,"task":0,"line":1,"action":{"kind":"begin"},"outcome":"done","changes":[]}',
    /step 4 came where step 0/,
  ],
  [
    '{"kind":"step","index":0,"time":0,"since":0,"task":0,"line":1,"action":{"kind":"jump"},"outcome":"done","changes":[]}',
    /no action "jump"/,
  ],
])('a_line_that_is_no_entry_is_refused %s', (line, message) => {
  expect(() => emptyLog().append([line])).toThrow(message);
});
