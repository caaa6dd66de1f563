import { ServiceError, startRun } from '../wire/api/client';
import { RunStream } from '../wire/api/stream';
import type { Program, Run } from '../wire/api/types';

/** A run that has ended, with the lines of its trace. */
export interface Execution {
  readonly run: Run;
  readonly lines: readonly string[];
}

/** Whether to try again when the connection is gone, or to say so. */
export type Patience = 'patient' | 'impatient';

/** Runs a program to its end without showing it. */
export async function executed(program: Program, patience: Patience): Promise<Execution> {
  const { id } = await startRun(program);
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const stream = new RunStream(id, 0, {
      state: () => undefined,
      entries: (more) => lines.push(...more),
      end: (run) => resolve({ run, lines }),
      lost: () => {
        if (patience === 'patient') return;
        stream.close();
        reject(new ServiceError('network', 'the connection was lost'));
      },
      failed: reject,
    });
  });
}
