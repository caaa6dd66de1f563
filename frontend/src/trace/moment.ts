import type { ObjectState, TaskState, TaskType } from '../wire/trace-types';
import type { ObjectInfo, TaskInfo } from './entries';
import type { TraceLog } from './log';
import { lastAtMost } from './search';

/** A task as it stands at a moment. */
export interface TaskMoment {
  readonly task: number;
  readonly name: string;
  readonly type: TaskType;
  readonly state: TaskState;
  /** The line of its last step with a known line; 0 before that. */
  readonly line: number;
  /** It made the step of this moment. */
  readonly isRunning: boolean;
  readonly parent: number;
  readonly process: number;
}

/** An object as it stands at a moment. */
export interface ObjectMoment {
  readonly object: number;
  readonly info: ObjectInfo;
  readonly state: ObjectState;
  /** This step changed it, or it is new. */
  readonly hasChanged: boolean;
}

/** The whole world after a step. */
export interface Moment {
  readonly step: number;
  /** Virtual nanoseconds. */
  readonly time: number;
  readonly tasks: readonly TaskMoment[];
  readonly objects: readonly ObjectMoment[];
}

const CREATED: TaskState = Object.freeze({ kind: 'created' });

/** The world after `step`; -1 is before the first. Beyond the ends, the nearest moment. */
export function momentAt(log: TraceLog, step: number): Moment {
  const at = clampStep(log, step);
  const runner = log.steps[at]?.task ?? -1;
  const tasks: TaskMoment[] = [];
  for (const info of log.tasks) {
    if (info.born > Math.max(at, 0)) break;
    tasks.push(taskAt(log, info, at, runner));
  }
  const objects: ObjectMoment[] = [];
  for (const info of log.objects) {
    if (info.born > at) break;
    objects.push(objectAt(log, info, at));
  }
  return { step: at, time: log.steps[at]?.time ?? 0, tasks, objects };
}

/** The nearest step the log has: -1 to its last. */
export function clampStep(log: TraceLog, step: number): number {
  return Math.max(-1, Math.min(Math.trunc(step), log.steps.length - 1));
}

function taskAt(log: TraceLog, info: TaskInfo, step: number, runner: number): TaskMoment {
  const track = log.index.tasks[info.task];
  return {
    task: info.task,
    name: track?.names.at(step, info.name) ?? info.name,
    type: info.type,
    state: track?.states.at(step, CREATED) ?? CREATED,
    line: lineAt(log, track?.steps ?? [], step),
    isRunning: info.task === runner,
    parent: info.parent,
    process: info.process,
  };
}

function lineAt(log: TraceLog, steps: readonly number[], step: number): number {
  for (let place = lastAtMost(steps, step); place >= 0; place--) {
    const line = log.steps[steps[place] ?? -1]?.line ?? 0;
    if (line > 0) return line;
  }
  return 0;
}

function objectAt(log: TraceLog, info: ObjectInfo, step: number): ObjectMoment {
  const states = log.index.objects[info.object]?.states;
  const place = states?.place(step) ?? -1;
  return {
    object: info.object,
    info,
    state: states?.value(place) ?? info.state,
    hasChanged: states?.steps[place] === step || (info.born === step && step >= 0),
  };
}

/** The state of one object after `step`, undefined for an object that never was. */
export function objectStateAt(
  log: TraceLog,
  object: number,
  step: number,
): ObjectState | undefined {
  const info = log.objects[object];
  return info && log.index.objects[object]?.states.at(step, info.state);
}

/** The state of one task after `step`. */
export function taskStateAt(log: TraceLog, task: number, step: number): TaskState {
  return log.index.tasks[task]?.states.at(step, CREATED) ?? CREATED;
}

/** The name of a task after `step`. */
export function taskNameAt(log: TraceLog, task: number, step: number): string {
  return log.index.tasks[task]?.names.at(step, '') || `#${task}`;
}
