import type { ObjectState, Outcome, TaskState } from '../../wire/trace-types';
import type { Step } from '../../trace/entries';
import { type Hold, holdAt } from '../../trace/holds';
import type { TraceLog } from '../../trace/log';
import { objectStateAt, taskNameAt, taskStateAt } from '../../trace/moment';
import { firstAtLeast } from '../../trace/search';
import type { StoryMessages } from './story.en';

/** What a sentence about one step may need, looked up when asked. */
export class Facts {
  readonly messages: StoryMessages;
  readonly #log: TraceLog;
  readonly #step: Step;

  constructor(log: TraceLog, step: Step, messages: StoryMessages) {
    this.#log = log;
    this.#step = step;
    this.messages = messages;
  }

  get taskId(): number {
    return this.#step.task;
  }

  get task(): string {
    return this.nameOf(this.#step.task);
  }

  get outcome(): Outcome {
    return this.#step.outcome;
  }

  /** The object acted on, in backticks. */
  get object(): string {
    return this.objectName(this.#object);
  }

  get #object(): number {
    return 'object' in this.#step.action ? this.#step.action.object : -1;
  }

  /** The object after the step. */
  get state(): ObjectState | undefined {
    return objectStateAt(this.#log, this.#object, this.#step.index);
  }

  /** The object before the step. */
  get before(): ObjectState | undefined {
    return objectStateAt(this.#log, this.#object, this.#step.index - 1);
  }

  /** Who holds the lock acted on, after the step. */
  get hold(): Hold | undefined {
    return holdAt(this.#log, this.#object, this.#step.index);
  }

  /** The task had been waiting for somebody since its last step. */
  get hadWaited(): boolean {
    return this.#meanwhile === 'blocked' || this.#meanwhile === 'joining';
  }

  /** The task had been sleeping since its last step. */
  get hadSlept(): boolean {
    return this.#meanwhile === 'sleeping';
  }

  /** The step leaves its task sleeping. */
  get fallsAsleep(): boolean {
    return taskStateAt(this.#log, this.#step.task, this.#step.index).kind === 'sleeping';
  }

  /** What the task's last step left it doing. */
  get #meanwhile(): TaskState['kind'] {
    const own = this.#log.index.tasks[this.#step.task]?.steps ?? [];
    const last = own[firstAtLeast(own, this.#step.index) - 1] ?? -1;
    return taskStateAt(this.#log, this.#step.task, last).kind;
  }

  /** Who handed over what this step received. */
  get giver(): string {
    const received = this.#log.index.handovers.received(this.#step.index);
    const task = received && this.#log.steps[received.from]?.task;
    return task === undefined ? '' : this.nameOf(task);
  }

  /** The other tasks this step lets go on, in words. */
  get woken(): string {
    const isNotify = this.#step.action.kind === 'notify';
    const names = this.#step.changes.flatMap((change) => {
      if (change.kind !== 'task' || change.task === this.#step.task) return [];
      // A notified task may have to wait for the lock before it can really go on.
      return isNotify || change.state.kind === 'runnable' ? [this.nameOf(change.task)] : [];
    });
    return this.messages.list(names);
  }

  nameOf(task: number): string {
    return taskNameAt(this.#log, task, this.#step.index);
  }

  objectName(object: number): string {
    const name = this.#log.objects[object]?.name;
    return name === undefined ? '' : `\`${name}\``;
  }

  /** The sentence, or that waiting was given up. */
  orGaveUp(sentence: string): string {
    const isLate = this.outcome === 'timeout' || this.outcome === 'failed';
    return isLate ? this.messages.gaveUp(this.task, this.object) : sentence;
  }
}
