import { MalformedTrace } from '../wire/trace/shape';
import type { Entry } from '../wire/trace-types';
import type {
  ChoiceInfo,
  Counters,
  Explored,
  Header,
  ObjectInfo,
  OutputPiece,
  RecordingStopped,
  Step,
  TaskInfo,
  Verdict,
} from './entries';
import { LogIndex } from './log-index';

/** The plain members of a log. */
export interface Contents {
  readonly header?: Header;
  readonly verdict?: Verdict;
  readonly stopped?: RecordingStopped;
  readonly counters?: Counters;
  readonly explored?: Explored;
  readonly tasks: readonly TaskInfo[];
  readonly objects: readonly ObjectInfo[];
  readonly steps: readonly Step[];
  readonly outputs: readonly OutputPiece[];
  /** Where the reader is the scheduler: what there was to choose from, in order. */
  readonly choices: readonly ChoiceInfo[];
  /** The number of entries. */
  readonly length: number;
}

/** A log while entries are added to it; confined to one append. */
export class Draft {
  #contents: Contents;
  readonly #index: LogIndex;
  readonly #steps: Step[] = [];
  readonly #outputs: OutputPiece[] = [];
  readonly #choices: ChoiceInfo[] = [];
  #entries = 0;
  #tasks: TaskInfo[] | undefined;
  #objects: ObjectInfo[] | undefined;
  readonly #stepsBefore: number;

  constructor(before: Contents, index: LogIndex) {
    this.#contents = before;
    this.#index = index;
    this.#stepsBefore = before.steps.length;
  }

  finish(): Contents {
    const before = this.#contents;
    return {
      ...before,
      length: before.length + this.#entries,
      tasks: this.#tasks ?? before.tasks,
      objects: this.#objects ?? before.objects,
      steps: this.#steps.length === 0 ? before.steps : before.steps.concat(this.#steps),
      outputs: this.#outputs.length === 0 ? before.outputs : before.outputs.concat(this.#outputs),
      choices: this.#choices.length === 0 ? before.choices : before.choices.concat(this.#choices),
    };
  }

  add(entry: Entry): void {
    switch (entry.kind) {
      case 'step':
        this.#step(entry);
        break;
      case 'task':
        this.#task(entry);
        break;
      case 'name':
        this.#rename(entry.task, entry.name);
        break;
      case 'object':
        this.#object(entry);
        break;
      case 'output':
        this.#outputs.push({
          step: this.#stepCount - 1,
          task: entry.task,
          stream: entry.stream,
          text: entry.text,
        });
        break;
      case 'trace':
        this.#contents = { ...this.#contents, header: entry };
        break;
      case 'stopped':
        this.#contents = { ...this.#contents, stopped: entry };
        break;
      case 'counters':
        this.#contents = { ...this.#contents, counters: entry };
        break;
      case 'choice':
        this.#choice(entry);
        break;
      case 'explored':
        this.#contents = { ...this.#contents, explored: entry };
        break;
      case 'verdict':
        this.#contents = { ...this.#contents, verdict: entry };
        break;
      default:
        unknown(entry);
    }
    this.#entries++;
  }

  get #stepCount(): number {
    return this.#stepsBefore + this.#steps.length;
  }

  #step(step: Step): void {
    inOrder('step', step.index, this.#stepCount);
    this.#steps.push(step);
    this.#index.addStep(step);
    const { action } = step;
    if (action.kind !== 'print') return;
    const { stream, text } = action;
    this.#outputs.push({ step: step.index, task: step.task, stream, text });
  }

  #choice({ choice, picked, options }: Extract<Entry, { kind: 'choice' }>): void {
    const entry = this.#contents.length + this.#entries;
    this.#choices.push({ choice, picked, options, entry, after: this.#stepCount - 1 });
  }

  #task({ kind, ...declared }: Extract<Entry, { kind: 'task' }>): void {
    this.#tasks ??= [...this.#contents.tasks];
    inOrder(kind, declared.task, this.#tasks.length);
    this.#tasks.push({ ...declared, born: this.#stepCount });
    this.#index.addTask(declared.name);
  }

  #rename(task: number, name: string): void {
    this.#tasks ??= [...this.#contents.tasks];
    const named = this.#tasks[task];
    if (!named) throw new MalformedTrace(`task ${task} has a name but was never declared`);
    this.#tasks[task] = { ...named, name };
    this.#index.addName(task, this.#stepCount, name);
  }

  #object({ kind, ...declared }: Extract<Entry, { kind: 'object' }>): void {
    this.#objects ??= [...this.#contents.objects];
    inOrder(kind, declared.object, this.#objects.length);
    const info = { ...declared, name: nameOf(declared), born: this.#stepCount };
    this.#objects.push(info);
    this.#index.addObject(info);
    if (info.state.kind === 'condition') this.#adopt(info, info.state.lock);
  }

  /** A lock without a name of its own, made together with a condition, is a part of it. */
  #adopt(condition: ObjectInfo, lock: number): void {
    const part = this.#objects?.[lock];
    if (!part || part.line !== condition.line || part.name !== nameOf({ ...part, name: '' }))
      return;
    this.#objects?.splice(lock, 1, {
      ...part,
      name: `${condition.name}.lock`,
      owner: condition.object,
    });
  }
}

/** An object whose name the program does not tell goes by its type and where it was made. */
function nameOf({ name, type, line, object }: Omit<ObjectInfo, 'born'>): string {
  if (name !== '') return name;
  return line > 0 ? `${type}@${line}` : `${type}#${object}`;
}

function inOrder(what: string, id: number, expected: number): void {
  if (id !== expected) {
    throw new MalformedTrace(`${what} ${id} came where ${what} ${expected} was expected`);
  }
}

function unknown(entry: never): never {
  throw new Error(`an entry nobody collects: ${JSON.stringify(entry)}`);
}
