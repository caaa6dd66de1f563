import type { OutputPiece } from '../../trace/entries';

/** A part of a line, printed at one step by one task. */
export interface Segment {
  readonly step: number;
  readonly task: number;
  readonly isError: boolean;
  readonly text: string;
}

/** A line of output; its moment is the step that began it. */
export interface OutputLine {
  readonly segments: readonly Segment[];
  readonly step: number;
  readonly task: number;
}

/** How much of one line is shown; the rest is counted. */
export const LINE_CHARACTERS_MAX = 2_000;

/** Pieces as lines: a line ends at a newline, whoever printed it. */
export class OutputLines {
  readonly #lines: OutputLine[] = [];
  #open: Segment[] = [];
  #taken = 0;
  #from: readonly OutputPiece[] = [];

  /** The lines of `pieces`; cheap when they begin with the pieces of the last call. */
  of(pieces: readonly OutputPiece[]): readonly OutputLine[] {
    if (!this.#continues(pieces)) {
      this.#lines.length = 0;
      this.#open = [];
      this.#taken = 0;
    }
    for (; this.#taken < pieces.length; this.#taken++) {
      const piece = pieces[this.#taken];
      if (piece !== undefined) this.#take(piece);
    }
    this.#from = pieces;
    return this.#open.length === 0 ? this.#lines.slice() : [...this.#lines, lineOf(this.#open)];
  }

  #continues(pieces: readonly OutputPiece[]): boolean {
    return pieces.length >= this.#taken && pieces[0] === this.#from[0];
  }

  #take(piece: OutputPiece): void {
    const parts = piece.text.split('\n');
    parts.forEach((text, place) => {
      if (text !== '' || place < parts.length - 1) this.#open.push(segmentOf(piece, text));
      if (place < parts.length - 1) {
        this.#lines.push(lineOf(this.#open));
        this.#open = [];
      }
    });
  }
}

function segmentOf({ step, task, stream }: OutputPiece, text: string): Segment {
  return { step, task, isError: stream === 'stderr', text };
}

function lineOf(segments: readonly Segment[]): OutputLine {
  const first = segments[0];
  return { segments, step: first?.step ?? -1, task: first?.task ?? -1 };
}

/** The number of leading lines that have been printed at `step`. */
export function printedAt(lines: readonly OutputLine[], step: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.step ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
