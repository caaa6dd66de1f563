/** A box with something in it, by its middle. */
export interface Box {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

/** What is to be arranged: sizes, and which box leads to which; from each to one other at most. */
export interface Unarranged {
  readonly sizes: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  readonly next: ReadonlyMap<string, string>;
}

/** Boxes in their places. The picture begins at 0, 0. */
export interface Arrangement {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

/** Room for an arrow and what is written beside it; a large circle has arrows alone. */
const APART_PIXELS = 54;
const CROWDED_APART_PIXELS = 24;
const LEVEL_PIXELS = 92;
const ROW_PIXELS = 14;
const PART_PIXELS = 22;
const FLATNESS = 0.62;
const CROWDED_FLATNESS = 0.9;
const CROWD = 7;
const GROWTH = 1.06;
const FAN_RADIANS = 0.5;

/**
 * Puts circles on an ellipse with those who wait for somebody in them around it, and whatever has
 * no circle in columns that lead to the right. Parts that have nothing to do with each other
 * stand below one another.
 */
export function arranged({ sizes, next }: Unarranged): Arrangement {
  const parts = endsOf({ sizes, next }).map((end) =>
    end.length > 1 ? ringed(end, { sizes, next }) : inColumns(end[0] ?? '', { sizes, next }),
  );
  const boxes = new Map<string, Box>();
  let top = 0;
  let width = 0;
  for (const part of parts) {
    const left = Math.min(...part.map((box) => box.x - box.width / 2));
    const above = Math.min(...part.map((box) => box.y - box.height / 2));
    const moved = part.map((box) => ({ ...box, x: box.x - left, y: box.y - above + top }));
    for (const box of moved) boxes.set(box.key, box);
    width = Math.max(width, ...moved.map((box) => box.x + box.width / 2));
    top = Math.max(...moved.map((box) => box.y + box.height / 2)) + PART_PIXELS;
  }
  return { boxes, width, height: Math.max(0, top - PART_PIXELS) };
}

/** Where every part ends: in a circle, or in a single box that leads nowhere. */
function endsOf({ sizes, next }: Unarranged): readonly (readonly string[])[] {
  const ends = new Map<string, readonly string[]>();
  for (const start of sizes.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = next.get(at);
    }
    const end = at === undefined ? path.slice(-1) : path.slice(path.indexOf(at));
    ends.set([...end].sort()[0] ?? '', end);
  }
  return [...ends.values()];
}

function before(key: string, { sizes, next }: Unarranged, ring: readonly string[]): string[] {
  return [...sizes.keys()].filter((each) => next.get(each) === key && !ring.includes(each));
}

/** The circle, the one that most wait for at the left, and they around it. */
function ringed(ring: readonly string[], graph: Unarranged): readonly Box[] {
  const waiting = ring.map((key) => before(key, graph, ring).length);
  const first = waiting.indexOf(Math.max(...waiting));
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  const boxes = onEllipse(turned, graph);
  const around = (key: string, angle: number): void => {
    const waiters = before(key, graph, ring);
    waiters.forEach((waiter, place) => {
      const turn = angle + FAN_RADIANS * (place - (waiters.length - 1) / 2);
      boxes.push(outside(boxOf(waiter, graph), turn, boxes));
      around(waiter, turn);
    });
  };
  turned.forEach((key, place) => around(key, angleOf(place, turned.length)));
  return boxes;
}

function angleOf(place: number, count: number): number {
  return Math.PI + (2 * Math.PI * place) / count;
}

/** Whether a circle of so many has no room for words beside its arrows. */
export function isCrowded(count: number): boolean {
  return count > CROWD;
}

function onCircle(radius: number, angle: number, flatness: number): { x: number; y: number } {
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius * flatness };
}

/** On the smallest ellipse on which none touches another. */
function onEllipse(ring: readonly string[], graph: Unarranged): Box[] {
  const [apart, flatness] = isCrowded(ring.length)
    ? [CROWDED_APART_PIXELS, CROWDED_FLATNESS]
    : [APART_PIXELS, FLATNESS];
  const at = (radius: number): Box[] =>
    ring.map((key, place) => ({
      ...boxOf(key, graph),
      ...onCircle(radius, angleOf(place, ring.length), flatness),
    }));
  let radius = 40;
  while (touches(at(radius), apart)) radius *= GROWTH;
  return at(radius);
}

/** As near to the middle as there is room in this direction. */
function outside(box: Box, angle: number, others: readonly Box[]): Box {
  let radius = 40;
  let placed = box;
  do {
    radius *= GROWTH;
    placed = { ...box, ...onCircle(radius, angle, FLATNESS) };
  } while (isWithin(placed, angle, others) || isNear(placed, others, APART_PIXELS));
  return placed;
}

/** Whether something else lies further out in that direction. */
function isWithin(box: Box, angle: number, others: readonly Box[]): boolean {
  const reach = ({ x, y }: Box): number => x * Math.cos(angle) + y * Math.sin(angle);
  return others.some((other) => reach(other) > reach(box));
}

function touches(boxes: readonly Box[], apart: number): boolean {
  return boxes.some((box, place) => isNear(box, boxes.slice(place + 1), apart));
}

function isNear(box: Box, others: readonly Box[], apart: number): boolean {
  return others.some((other) => {
    const across = Math.abs(box.x - other.x) - (box.width + other.width) / 2;
    const along = Math.abs(box.y - other.y) - (box.height + other.height) / 2;
    return across < apart && along < apart / 2;
  });
}

/** Whoever waits stands to the left of what is waited for. */
function inColumns(end: string, graph: Unarranged): readonly Box[] {
  const levels: string[][] = [];
  const rows = new Map<string, number>();
  let row = 0;
  const place = (key: string, level: number): number => {
    (levels[level] ??= []).push(key);
    const own = before(key, graph, []).map((waiter) => place(waiter, level + 1));
    const [top, bottom] = [own[0], own[own.length - 1]];
    const middle = top === undefined || bottom === undefined ? row++ : (top + bottom) / 2;
    rows.set(key, middle);
    return middle;
  };
  place(end, 0);
  let right = 0;
  return levels.flatMap((keys) => {
    const boxes = keys.map((key) => boxOf(key, graph));
    const widest = Math.max(...boxes.map(({ width }) => width));
    const x = right - widest / 2;
    right -= widest + LEVEL_PIXELS;
    return boxes.map((box) => ({
      ...box,
      x,
      y: (rows.get(box.key) ?? 0) * (box.height + ROW_PIXELS),
    }));
  });
}

function boxOf(key: string, { sizes }: Unarranged): Box {
  const { width, height } = sizes.get(key) ?? { width: 0, height: 0 };
  return { key, width, height, x: 0, y: 0 };
}
