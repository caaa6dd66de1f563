/** The rows of a long list that are drawn. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const SPARE_ROWS = 6;

/** The rows in sight and a few around them. */
export function windowOf(scrollTop: number, height: number, row: number, rows: number): RowWindow {
  const first = Math.max(0, Math.floor(scrollTop / row) - SPARE_ROWS);
  const end = Math.min(rows, Math.ceil((scrollTop + height) / row) + SPARE_ROWS);
  return { first: Math.min(first, Math.max(0, end)), end };
}

/** Where to scroll so that a row is well in sight; the same place if it is already. */
export function revealing(scrollTop: number, height: number, row: number, place: number): number {
  const top = place * row;
  const isSeen = top >= scrollTop && top + row <= scrollTop + height;
  return isSeen ? scrollTop : Math.max(0, top - height / 2 + row / 2);
}
