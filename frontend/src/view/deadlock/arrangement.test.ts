import { expect, test } from 'vitest';
import { arranged, type Arrangement, type Box } from './arrangement';
import { arrowBetween } from './arrows';

/** Boxes as wide as their names ask for, and what leads to what: "a>b b>a". */
function drawn(arrows: string): Arrangement {
  const next = new Map(
    arrows.split(' ').map((each) => {
      const [from = '', to = ''] = each.split('>');
      return [from, to] as const;
    }),
  );
  const keys = new Set([...next.keys(), ...next.values()]);
  const sizes = new Map(
    [...keys].map((key) => [key, { width: 40 + (key.length % 5) * 30, height: 26 }]),
  );
  return arranged({ sizes, next });
}

function overlaps({ boxes }: Arrangement): readonly string[] {
  const all = [...boxes.values()];
  return all.flatMap((one, place) =>
    all
      .slice(place + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2,
      )
      .map((other) => `${one.key} on ${other.key}`),
  );
}

function isInside({ x, y, width, height }: Box, whole: Arrangement): boolean {
  return (
    x - width / 2 >= -1e-6 &&
    y - height / 2 >= -1e-6 &&
    x + width / 2 <= whole.width + 1e-6 &&
    y + height / 2 <= whole.height + 1e-6
  );
}

function circle(length: number): string {
  return Array.from({ length }, (_, n) => `n${n}>n${(n + 1) % length}`).join(' ');
}

test.each([2, 4, 6, 8, 10, 24])('a_circle_of_%d_lies_apart_inside_its_picture', (length) => {
  const whole = drawn(`${circle(length)} main>n1 other>n1 third>main fourth>n0`);
  expect(whole.boxes.size).toBe(length + 4);
  expect(overlaps(whole)).toEqual([]);
  expect([...whole.boxes.values()].every((box) => isInside(box, whole))).toBe(true);
});

test('who_waits_without_a_circle_stands_left_of_what_is_waited_for', () => {
  const { boxes } = drawn('main>worker worker>queue other>queue');
  const x = (key: string): number => boxes.get(key)?.x ?? Number.NaN;
  expect(x('main')).toBeLessThan(x('worker'));
  expect(x('worker')).toBeLessThan(x('queue'));
  expect(overlaps(drawn('main>worker worker>queue other>queue'))).toEqual([]);
});

test('parts_that_have_nothing_to_do_with_each_other_stand_below_one_another', () => {
  const whole = drawn(`${circle(2)} a>queue b>event`);
  expect(overlaps(whole)).toEqual([]);
  const y = (key: string): number => whole.boxes.get(key)?.y ?? Number.NaN;
  expect(y('n0')).toBeLessThan(y('queue'));
  expect(y('queue')).toBeLessThan(y('event'));
});

test('two_arrows_between_the_same_boxes_do_not_lie_on_each_other', () => {
  const [one, other] = [drawn(circle(2)).boxes.get('n0'), drawn(circle(2)).boxes.get('n1')];
  if (!one || !other) throw new Error('both are arranged');
  const there = arrowBetween(one, other, 'bent');
  const back = arrowBetween(other, one, 'bent');
  expect(Math.abs(there.besideY - back.besideY)).toBeGreaterThan(4);
});
