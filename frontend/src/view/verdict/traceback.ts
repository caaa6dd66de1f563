/** A line of a traceback, and the line of the user's file it points to, 0 for none. */
export interface TracebackLine {
  readonly text: string;
  readonly line: number;
}

/** A traceback's lines; those of `file` name the source line they point to. */
export function tracebackLines(text: string, file: string): readonly TracebackLine[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((each) => ({ text: each, line: lineIn(each, file) }));
}

function lineIn(text: string, file: string): number {
  const found = /^\s*File "([^"]*)", line (\d+)/.exec(text);
  const path = found?.[1] ?? '';
  return path === file || path.endsWith(`/${file}`) ? Number(found?.[2] ?? 0) : 0;
}
