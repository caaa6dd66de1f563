import { expect, test } from 'vitest';
import type { OutputPiece } from '../../trace/entries';
import { OutputLines, printedAt } from './lines';

function piece(step: number, task: number, text: string): OutputPiece {
  return { step, task, stream: 'stdout', text };
}

function texts(pieces: readonly OutputPiece[]): string[] {
  return new OutputLines()
    .of(pieces)
    .map((line) => line.segments.map((segment) => `${segment.task}:${segment.text}`).join('+'));
}

test('a_line_ends_at_a_newline_whoever_printed_it', () => {
  expect(texts([piece(1, 0, 'a'), piece(2, 1, 'b\nc'), piece(3, 0, '\n')])).toEqual([
    '0:a+1:b',
    '1:c+0:',
  ]);
});

test('an_empty_line_is_a_line', () => {
  expect(texts([piece(1, 0, '\n'), piece(2, 1, 'x\n\n')])).toEqual(['0:', '1:x', '1:']);
});

test('a_line_without_a_newline_is_shown_as_far_as_it_goes', () => {
  expect(texts([piece(1, 0, 'still typing')])).toEqual(['0:still typing']);
});

test('more_pieces_give_the_same_lines_as_all_at_once', () => {
  const pieces = [piece(1, 0, 'a'), piece(2, 1, 'b\nc'), piece(3, 0, '\nd')];
  const grown = new OutputLines();
  for (let count = 0; count < pieces.length; count++) grown.of(pieces.slice(0, count));
  expect(grown.of(pieces)).toEqual(new OutputLines().of(pieces));
});

test('another_run_starts_afresh', () => {
  const lines = new OutputLines();
  lines.of([piece(1, 0, 'a\n'), piece(2, 0, 'b\n')]);
  expect(
    lines.of([piece(5, 3, 'other\n'), piece(6, 3, 'more\n')]).map((line) => line.task),
  ).toEqual([3, 3]);
});

test('lines_printed_later_are_not_counted_as_printed', () => {
  const lines = new OutputLines().of([piece(3, 0, 'a\n'), piece(7, 0, 'b\n'), piece(9, 0, 'c\n')]);
  expect([-1, 2, 3, 7, 8, 9, 99].map((step) => printedAt(lines, step))).toEqual([
    0, 0, 1, 2, 2, 3, 3,
  ]);
});
