import { decodeEntry } from '../wire/trace/entry';
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
import { type Contents, Draft } from './draft';
import { indexOf, LogIndex } from './log-index';

const EMPTY: Contents = { tasks: [], objects: [], steps: [], outputs: [], choices: [], length: 0 };

/** The index, and how many entries the newest log on it has. */
interface Shared {
  readonly index: LogIndex;
  newest: number;
}

/** A trace, or the part of it that has arrived. A value: appending gives another log. */
export class TraceLog implements Contents {
  declare readonly header?: Header;
  declare readonly verdict?: Verdict;
  declare readonly stopped?: RecordingStopped;
  declare readonly counters?: Counters;
  /** The latest account of an exploration; its log has no steps. */
  declare readonly explored?: Explored;
  readonly tasks: readonly TaskInfo[];
  readonly objects: readonly ObjectInfo[];
  readonly steps: readonly Step[];
  /** What was printed, in order. */
  readonly outputs: readonly OutputPiece[];
  /** Where the reader is the scheduler: what there was to choose from, in order. */
  readonly choices: readonly ChoiceInfo[];
  /** The number of entries. */
  readonly length: number;
  readonly #shared: Shared;

  private constructor(contents: Contents, shared: Shared) {
    this.tasks = contents.tasks;
    this.objects = contents.objects;
    this.steps = contents.steps;
    this.outputs = contents.outputs;
    this.choices = contents.choices;
    this.length = contents.length;
    Object.assign(this, contents);
    this.#shared = shared;
    shared.newest = contents.length;
  }

  static empty(): TraceLog {
    return new TraceLog(EMPTY, { index: new LogIndex(), newest: 0 });
  }

  /** Shared with the logs appended to this one: look no further than the last step. */
  get index(): LogIndex {
    return this.#shared.index;
  }

  /** This log with more lines of the trace; throws MalformedTrace at a line that is none. */
  append(lines: readonly string[]): TraceLog {
    if (lines.length === 0) return this;
    const shared = this.#ownShared();
    const draft = new Draft(this, shared.index);
    shared.newest = Number.NaN;
    for (const line of lines) draft.add(decodeEntry(line));
    return new TraceLog(draft.finish(), shared);
  }

  /** A log that was already appended to cannot lend its index a second time. */
  #ownShared(): Shared {
    if (this.#shared.newest === this.length) return this.#shared;
    return { index: indexOf(this), newest: this.length };
  }
}

export function emptyLog(): TraceLog {
  return TraceLog.empty();
}
