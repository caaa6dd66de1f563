/** A part of a sentence: plain, or a name from the program. */
export interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** The parts of a sentence whose names stand in backticks. */
export function piecesOf(sentence: string): readonly Piece[] {
  return sentence
    .split('`')
    .map((text, place) => ({ text, isName: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The sentence as it is said. */
export function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}
