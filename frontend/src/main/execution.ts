import { emptyLog, type TraceLog } from '../trace/log';
import { ServiceError, startRun, stopRun } from '../wire/api/client';
import { RunStream } from '../wire/api/stream';
import type { Program, Run } from '../wire/api/types';
import { readInTurns } from './playback.svelte';

/** A run that has ended, with its trace as lines and read. */
export interface Execution {
  readonly run: Run;
  readonly lines: readonly string[];
  readonly log: TraceLog;
}

/** How long a run is waited for. */
export interface Waiting {
  /** A lost connection is said at once, not waited for. */
  readonly isImpatient?: boolean;
  /** Whether a run that takes its time has shown enough, so that it can be stopped. */
  readonly isEnough?: (log: TraceLog) => boolean;
}

/** How often one that goes on is looked at: it may never end. */
const LOOK_MILLIS = 1_500;

/** Runs a program to its end without showing it. */
export async function executed(program: Program, waiting: Waiting = {}): Promise<Execution> {
  const { id } = await startRun(program);
  const lines: string[] = [];
  let log = emptyLog();
  const timer = setInterval(() => {
    log = log.append(lines.slice(log.length));
    if (waiting.isEnough?.(log) !== true) return;
    clearInterval(timer);
    // Where it cannot be stopped it ends by itself, only later.
    stopRun(id).catch(() => undefined);
  }, LOOK_MILLIS);
  try {
    const run = await ended(id, lines, waiting.isImpatient === true);
    return { run, lines, log: await readInTurns(lines.slice(log.length), log) };
  } finally {
    clearInterval(timer);
  }
}

/** Takes the lines of a run until it has ended. */
function ended(id: string, lines: string[], isImpatient: boolean): Promise<Run> {
  return new Promise((resolve, reject) => {
    const stream = new RunStream(id, 0, {
      state: () => undefined,
      entries: (more) => {
        for (const line of more) lines.push(line);
      },
      end: resolve,
      lost: () => {
        if (!isImpatient) return;
        stream.close();
        reject(new ServiceError('network', 'the connection was lost'));
      },
      failed: reject,
    });
  });
}
