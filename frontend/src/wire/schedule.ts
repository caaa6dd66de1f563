/**
 * The token of a schedule, as links and verdicts carry it: which task every choice fell on, and the
 * rules it was made under. Pure; `ScheduleToken` of the sandbox is its other end.
 */

/** So many choices in a row fell on one task. */
export interface TaskRun {
  readonly task: number;
  readonly length: number;
}

/** A token, read. */
export interface Schedule {
  /** The place of the strategy among those the service knows. */
  readonly strategy: number;
  /** Atomicity, cores, seed and the source it belongs to: kept as they stand in the token. */
  readonly rules: readonly number[];
  /** Nothing where they are too long to be gone on with by hand, or the seed alone decides. */
  readonly choices: readonly TaskRun[] | undefined;
}

const VERSION = 2;
const SOURCE_BYTES = 4;
const SIMULATE = 0;
const MANUAL = 8;

/** The bytes of choices beyond which the service deflates them, or gives a token without them. */
const CHOICES_BYTES_MAX = 1_200;

/** The schedule a token holds; nothing where the text is none of this version. */
export function readSchedule(token: string): Schedule | undefined {
  const bytes = bytesOf(token);
  if (bytes === undefined || bytes[0] !== VERSION) return undefined;
  const seed = readVarint(bytes, 4);
  const end = (seed?.next ?? Infinity) + SOURCE_BYTES;
  const strategy = bytes[1];
  const hasChoices = bytes[end];
  if (strategy === undefined || hasChoices === undefined) return undefined;
  const rules = bytes.slice(2, end);
  if (hasChoices !== 1) return { strategy, rules, choices: undefined };
  const choices = readRuns(bytes, end + 1);
  return choices && { strategy, rules, choices };
}

/** The schedule as a token. */
export function writeSchedule({ strategy, rules, choices }: Schedule): string {
  const bytes = [VERSION, strategy, ...rules, choices === undefined ? 0 : 1];
  bytes.push(...bytesOfRuns(choices ?? []));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Why a schedule cannot be gone on with by hand. */
export type Hindrance =
  /** The simulated machine made it, which chooses elsewhere. */
  | 'simulated'
  /** It is too long for a token to hold its choices. */
  | 'tooLong'
  /** There is none, or none this page can read. */
  | 'unreadable';

/** A token to go on with, or why there is none. */
export type Continued =
  | { readonly kind: 'schedule'; readonly token: string }
  | { readonly kind: 'hindered'; readonly by: Hindrance };

/** The same choices, to be gone on with by hand. */
export function byHand(token: string): Continued {
  return continued(token, (choices) => choices);
}

/** The first `count` choices as they are, and then `task`. */
export function picking(token: string, count: number, task: number): Continued {
  return continued(token, (choices) => [...firstOf(choices, count), { task, length: 1 }]);
}

function continued(
  token: string,
  change: (choices: readonly TaskRun[]) => readonly TaskRun[],
): Continued {
  const schedule = readSchedule(token);
  if (schedule === undefined) return { kind: 'hindered', by: 'unreadable' };
  if (schedule.strategy === SIMULATE) return { kind: 'hindered', by: 'simulated' };
  if (schedule.choices === undefined) return { kind: 'hindered', by: 'tooLong' };
  const choices = merged(change(schedule.choices));
  if (bytesOfRuns(choices).length > CHOICES_BYTES_MAX) return { kind: 'hindered', by: 'tooLong' };
  return { kind: 'schedule', token: writeSchedule({ ...schedule, strategy: MANUAL, choices }) };
}

/** The first so many choices. */
function firstOf(choices: readonly TaskRun[], count: number): readonly TaskRun[] {
  let left = count;
  return choices.flatMap(({ task, length }) => {
    const kept = Math.min(length, left);
    left -= kept;
    return kept > 0 ? [{ task, length: kept }] : [];
  });
}

/** Neighbours of the same task become one run, as the service writes them. */
function merged(choices: readonly TaskRun[]): readonly TaskRun[] {
  const runs: TaskRun[] = [];
  for (const { task, length } of choices) {
    const before = runs.at(-1);
    if (before?.task === task) runs.splice(-1, 1, { task, length: before.length + length });
    else runs.push({ task, length });
  }
  return runs;
}

function readRuns(bytes: readonly number[], from: number): readonly TaskRun[] | undefined {
  const runs: TaskRun[] = [];
  for (let at = from; at < bytes.length;) {
    const head = readVarint(bytes, at);
    if (head === undefined) return undefined;
    const isLong = head.value % 2 === 1;
    const length = isLong ? readVarint(bytes, head.next) : { value: 1, next: head.next };
    if (length === undefined || length.value < 1) return undefined;
    runs.push({ task: Math.floor(head.value / 2), length: length.value });
    at = length.next;
  }
  return runs;
}

function bytesOfRuns(runs: readonly TaskRun[]): readonly number[] {
  return runs.flatMap(({ task, length }) =>
    length > 1 ? [...varint(task * 2 + 1), ...varint(length)] : varint(task * 2),
  );
}

/** Numbers of seven bits a byte, the low ones first. */
function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

function readVarint(
  bytes: readonly number[],
  from: number,
): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let at = from, unit = 1; unit < 2 ** 49; at++, unit *= 128) {
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    value += (byte % 128) * unit;
    if (byte < 128) return { value, next: at + 1 };
  }
  return undefined;
}

function bytesOf(token: string): readonly number[] | undefined {
  try {
    const text = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    return Array.from(text, (each) => each.charCodeAt(0));
  } catch {
    return undefined; // Not base64: no token.
  }
}
