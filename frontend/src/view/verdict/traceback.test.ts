import { expect, test } from 'vitest';
import { tracebackLines } from './traceback';

const TEXT = `Exception in thread adder-0:
Traceback (most recent call last):
  File "/usr/lib/python3/threading.py", line 1041, in run
  File "main.py", line 5, in work
    raise ValueError("bad")
ValueError: bad
`;

test('only_lines_of_the_users_file_point_into_it', () => {
  expect(tracebackLines(TEXT, 'main.py').map((each) => each.line)).toEqual([0, 0, 0, 5, 0, 0]);
});

test('a_file_of_another_name_that_ends_alike_is_not_ours', () => {
  expect(tracebackLines('  File "domain.py", line 5, in f', 'main.py')[0]?.line).toBe(0);
});
