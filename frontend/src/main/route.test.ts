import { expect, test } from 'vitest';
import { addressOf, isSameStage, type Place, placeOf } from './route';

function at(address: string): Place {
  return placeOf(new URL(address, 'http://braid.example'));
}

test.each([
  '/',
  '/#step=0',
  '/?run=7f3k',
  '/?run=7f3k#step=42',
  '/?run=7f3k&of=9d2m#step=42',
  '/s/4fQz8XkWm2P',
  '/s/4fQz8XkWm2P?run=7f3k',
  '/s/4fQz8XkWm2P#step=42',
  '/examples/two-threads-print',
  '/examples/two-threads-print?run=7f3k#step=9',
])('an_address_names_its_place_and_back: %s', (address) => {
  expect(addressOf(at(address))).toBe(address);
});

test('an_address_of_nothing_is_known_as_such', () => {
  for (const path of ['/s', '/s/', '/examples', '/teapot', '/s/a/b', '/examples/%E0%A4%A']) {
    expect(at(path).page.kind).toBe('unknown');
  }
});

test('a_step_that_is_no_number_is_no_step', () => {
  for (const hash of ['#step=', '#step=-1', '#step=1e3', '#step=9999999999', '#42']) {
    expect(at(`/${hash}`).step).toBeUndefined();
  }
});

test('another_moment_is_the_same_stage_and_another_run_is_not', () => {
  expect(isSameStage(at('/?run=a#step=1'), at('/?run=a#step=2'))).toBe(true);
  expect(isSameStage(at('/?run=a'), at('/?run=b'))).toBe(false);
  expect(isSameStage(at('/?run=a'), at('/examples/x?run=a'))).toBe(false);
});
