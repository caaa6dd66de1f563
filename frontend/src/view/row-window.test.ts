import { expect, test } from 'vitest';
import { revealing, windowOf } from './row-window';

test('every_row_in_sight_is_drawn_and_few_others', () => {
  for (const scrolled of [0, 13, 4_000, 99_000 * 28]) {
    const { first, end } = windowOf(scrolled, 300, 28, 100_000);
    expect(first * 28).toBeLessThanOrEqual(scrolled);
    expect(end * 28).toBeGreaterThanOrEqual(Math.min(scrolled + 300, 100_000 * 28));
    expect(end - first).toBeLessThan(30);
  }
});

test('an_empty_list_has_no_rows', () => {
  expect(windowOf(500, 300, 28, 0)).toEqual({ first: 0, end: 0 });
});

test('a_row_in_sight_is_left_where_it_is_and_any_other_is_brought_there', () => {
  expect(revealing(100, 300, 20, 8)).toBe(100);
  for (const place of [0, 3, 50, 1000]) {
    const top = revealing(100, 300, 20, place);
    expect(place * 20).toBeGreaterThanOrEqual(top);
    expect(place * 20 + 20).toBeLessThanOrEqual(top + 300);
  }
});
