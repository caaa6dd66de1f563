/**
 * Checks on parsed JSON: each takes a member out of a record and says what was wrong with it.
 * Nothing from the wire is believed before it went through one of these.
 */

/** A line that should have been a trace entry is none; the message names the member. */
export class MalformedTrace extends Error {
  override readonly name = 'MalformedTrace';
}

/** An object of parsed JSON whose members are not yet known. */
export type Shape = Readonly<Record<string, unknown>>;

const NOTHING: readonly never[] = Object.freeze([]);

export function shape(value: unknown, what: string): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedTrace(`${what} should be an object`);
  }
  return value as Shape;
}

export function text(from: Shape, member: string): string {
  const value = from[member];
  if (typeof value !== 'string') throw new MalformedTrace(`"${member}" should be text`);
  return value;
}

export function integer(from: Shape, member: string): number {
  const value = from[member];
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new MalformedTrace(`"${member}" should be a whole number`);
  }
  return value;
}

/** An id, or -1 for none. */
export function id(from: Shape, member: string): number {
  const value = integer(from, member);
  if (value < -1 || value > 0x7fffffff) throw new MalformedTrace(`"${member}" should be an id`);
  return value;
}

export function flag(from: Shape, member: string): boolean {
  const value = from[member];
  if (typeof value !== 'boolean') throw new MalformedTrace(`"${member}" should be true or false`);
  return value;
}

export function oneOf<T extends string>(from: Shape, member: string, words: readonly T[]): T {
  const value = from[member];
  const word = words.find((each) => each === value);
  if (word === undefined) {
    throw new MalformedTrace(`"${member}" should be one of ${words.join(', ')}`);
  }
  return word;
}

export function inside(from: Shape, member: string): Shape {
  return shape(from[member], `"${member}"`);
}

export function list<T>(from: Shape, member: string, read: (value: unknown) => T): readonly T[] {
  const value = from[member];
  if (!Array.isArray(value)) throw new MalformedTrace(`"${member}" should be a list`);
  return value.length === 0 ? NOTHING : value.map(read);
}

export function ids(from: Shape, member: string): readonly number[] {
  return list(from, member, (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw new MalformedTrace(`"${member}" should list ids`);
    }
    return value;
  });
}

export function texts(from: Shape, member: string): readonly string[] {
  return list(from, member, (value) => {
    if (typeof value !== 'string') throw new MalformedTrace(`"${member}" should list texts`);
    return value;
  });
}
