import type { ObjectState, TaskState } from '../wire/trace-types';
import type { Contents } from './draft';
import type { ObjectInfo, Step } from './entries';
import { HandoverTracker } from './handover-tracker';
import type { Handovers } from './handovers';
import { History } from './history';
import { Lane } from './stretches';

/** Everything looked up per task. */
export class TaskTrack {
  /** Its own steps, ascending. */
  readonly steps: number[] = [];
  readonly states = new History<TaskState>();
  readonly names = new History<string>();
  readonly lane = new Lane();
}

/** Everything looked up per object. */
export class ObjectTrack {
  readonly states = new History<ObjectState>();
  /** The steps that acted on it, whether they changed it or not, ascending. */
  readonly uses: number[] = [];
}

/** What makes every question about a trace quick, built while it is read. Grows with the log. */
export class LogIndex {
  readonly tasks: TaskTrack[] = [];
  readonly objects: ObjectTrack[] = [];
  readonly #tracker = new HandoverTracker();

  get handovers(): Handovers {
    return this.#tracker.handovers;
  }

  addTask(name: string): void {
    const track = new TaskTrack();
    track.names.add(-1, name);
    this.tasks.push(track);
  }

  addName(task: number, step: number, name: string): void {
    this.tasks[task]?.names.add(step, name);
  }

  addObject(info: ObjectInfo): void {
    this.objects.push(new ObjectTrack());
    this.#tracker.object(info.object, info.state);
  }

  addStep(step: Step): void {
    const own = this.tasks[step.task];
    own?.steps.push(step.index);
    own?.lane.step(step);
    if ('object' in step.action) this.objects[step.action.object]?.uses.push(step.index);
    for (const change of step.changes) {
      if (change.kind === 'object') {
        this.objects[change.object]?.states.add(step.index, change.state);
        continue;
      }
      const changed = this.tasks[change.task];
      changed?.states.add(step.index, change.state);
      changed?.lane.become(step.index, step.time, change.state);
    }
    this.#tracker.step(step);
  }
}

/** The index of a log alone, without what others appended to it. */
export function indexOf(log: Contents & { readonly index: LogIndex }): LogIndex {
  const index = new LogIndex();
  let task = 0;
  let object = 0;
  for (let step = 0; step <= log.steps.length; step++) {
    for (; (log.tasks[task]?.born ?? Infinity) <= step; task++) {
      const names = log.index.tasks[task]?.names;
      index.addTask(names?.at(-1, '') ?? '');
      for (const since of names?.steps ?? []) {
        if (since >= 0 && since <= log.steps.length) {
          index.addName(task, since, names?.at(since, '') ?? '');
        }
      }
    }
    for (let info = log.objects[object]; info && info.born <= step; info = log.objects[object]) {
      index.addObject(info);
      object++;
    }
    const next = log.steps[step];
    if (next) index.addStep(next);
  }
  return index;
}
