import type { ObjectState } from '../wire/trace-types';
import type { TraceLog } from './log';

/** Who holds a lock after a step, and which step gave it to them (-1: it was made held). */
export interface Hold {
  readonly holder: number;
  readonly since: number;
}

/** The holder of `object` after `step`; undefined for a free lock or what cannot be held. */
export function holdAt(log: TraceLog, object: number, step: number): Hold | undefined {
  const states = log.index.objects[object]?.states;
  const info = log.objects[object];
  if (!states || !info) return undefined;
  const holder = ownerOf(states.at(step, info.state));
  if (holder < 0) return undefined;
  let place = states.place(step);
  while (place > 0 && ownerOf(states.value(place - 1) ?? info.state) === holder) place--;
  if (place === 0 && ownerOf(info.state) === holder) place = -1;
  return { holder, since: states.steps[place] ?? -1 };
}

function ownerOf(state: ObjectState): number {
  return state.kind === 'mutex' ? state.owner : -1;
}
