import { expect, test } from 'vitest';
import { firstDifference } from './difference';
import { counting } from './fixtures/programs';
import { emptyLog } from './log';

test('two_executions_differ_first_where_something_else_happens_not_when', () => {
  const lines = counting(2, 2).lines;
  const log = emptyLog().append(lines);
  const later = emptyLog().append(lines.map((line) => line.replace(/"since":\d+/, '"since":0')));
  expect(firstDifference(log, later)).toBe(-1);
  const changed = lines.map((line) => (line.includes('"index":5,') ? onOtherLine(line) : line));
  expect(firstDifference(log, emptyLog().append(changed))).toBe(5);
  expect(firstDifference(log, emptyLog())).toBe(-1);
});

function onOtherLine(line: string): string {
  return line.replace(/"line":\d+/, '"line":99');
}
