// Written from the Java records by a test; refresh with: ./braid types

/** What kind of flow of control a task is. */
export type TaskType = 'process' | 'thread' | 'coroutine' | 'generator';

/** What an object is in the user's words: a lock is a lock even if a semaphore is inside. */
export type ObjectType =
  | 'lock'
  | 'rlock'
  | 'condition'
  | 'semaphore'
  | 'event'
  | 'barrier'
  | 'latch'
  | 'queue'
  | 'future'
  | 'variable'
  | 'loop';

/** In which order items leave a queue. */
export type Order = 'fifo' | 'lifo' | 'priority';

/** Where a future stands (Python documentation, `concurrent.futures.Future`). */
export type FutureStatus = 'pending' | 'running' | 'done' | 'failed' | 'cancelled';

/** What a loop will do at the virtual time `due`, in nanoseconds. */
export interface Timer {
  readonly label: string;
  readonly due: number;
}

/** All of an object that can be seen at one moment. Waiters are tasks in the order they came. */
export type ObjectState =
  /** `owner` is -1 while nobody holds it; `depth` counts re-entrant acquires. */
  | {
      readonly kind: 'mutex';
      readonly owner: number;
      readonly depth: number;
      readonly waiters: readonly number[];
    }
  /** `lock` is the object id of the condition's lock; `waiters` wait for a notify. */
  | { readonly kind: 'condition'; readonly lock: number; readonly waiters: readonly number[] }
  /**
   * `value` permits are free; `initial` is the number it started with, and the bound of a bounded
   * semaphore (`isBounded`).
   */
  | {
      readonly kind: 'semaphore';
      readonly value: number;
      readonly initial: number;
      readonly isBounded: boolean;
      readonly waiters: readonly number[];
    }
  | { readonly kind: 'flag'; readonly isSet: boolean; readonly waiters: readonly number[] }
  /** `arrived` have come and wait for the rest of the `parties`. */
  | {
      readonly kind: 'barrier';
      readonly parties: number;
      readonly arrived: readonly number[];
      readonly isBroken: boolean;
    }
  | { readonly kind: 'latch'; readonly count: number; readonly waiters: readonly number[] }
  /**
   * `capacity` 0 means unbounded; `items` are the first ones in the order they will leave;
   * `unfinished` counts items put and not yet reported done.
   */
  | {
      readonly kind: 'channel';
      readonly order: Order;
      readonly capacity: number;
      readonly size: number;
      readonly items: readonly string[];
      readonly unfinished: number;
      readonly putters: readonly number[];
      readonly getters: readonly number[];
    }
  /** `value` is empty until it is done. */
  | {
      readonly kind: 'future';
      readonly status: FutureStatus;
      readonly value: string;
      readonly waiters: readonly number[];
    }
  /** `writer` is the task that wrote last, -1 for none. */
  | { readonly kind: 'cell'; readonly value: string; readonly writer: number }
  /**
   * An event loop: `ready` are the first of the `size` things it will do next, in order; `timers`
   * the soonest of the `timersSize` that will come due.
   */
  | {
      readonly kind: 'loop';
      readonly size: number;
      readonly ready: readonly string[];
      readonly timersSize: number;
      readonly timers: readonly Timer[];
    };

/** Where printed text goes. */
export type Stream = 'stdout' | 'stderr';

/**
 * What a task is about to do, or did: one vocabulary, used three ways: pending, recorded, and
 * compared for conflict. `object` and `child` are ids of objects and tasks.
 */
export type Action =
  /** The task's first step. */
  | { readonly kind: 'begin' }
  /** The task's last step; `error` is empty, or the exception nobody handled ("ValueError: x"). */
  | { readonly kind: 'end'; readonly error: string }
  /** Makes the task `child` runnable. */
  | { readonly kind: 'start'; readonly child: number }
  /** Waits until the task `child` has ended. */
  | { readonly kind: 'join'; readonly child: number }
  /** Ends the process `child` with all its threads, at once; what it holds stays held. */
  | { readonly kind: 'kill'; readonly child: number }
  /** Waits for `nanos` of virtual time; 0 only gives others a chance. */
  | { readonly kind: 'sleep'; readonly nanos: number }
  /** Asks the simulated network for `request` and waits `nanos` for the answer. */
  | { readonly kind: 'request'; readonly request: string; readonly nanos: number }
  /** Was preempted after a slice of computing, or gave way by itself. */
  | { readonly kind: 'yield' }
  /** Wrote text. */
  | { readonly kind: 'print'; readonly stream: Stream; readonly text: string }
  /** Takes a lock or one permit of a semaphore. */
  | { readonly kind: 'acquire'; readonly object: number }
  /** Gives back a lock, or `count` permits of a semaphore. */
  | { readonly kind: 'release'; readonly object: number; readonly count: number }
  /** Gives the condition's lock back and enters its waiting room. */
  | { readonly kind: 'wait'; readonly object: number }
  /** Leaves the waiting room, notified or out of time, holding the condition's lock again. */
  | { readonly kind: 'resume'; readonly object: number }
  /** Wakes up to `count` waiters of a condition; -1 wakes all. */
  | { readonly kind: 'notify'; readonly object: number; readonly count: number }
  /** Sets an event. */
  | { readonly kind: 'set'; readonly object: number }
  /** Clears an event. */
  | { readonly kind: 'clear'; readonly object: number }
  /**
   * Waits for an event, for a latch to reach zero, or as the thread of an event loop for something
   * to do.
   */
  | { readonly kind: 'await'; readonly object: number }
  /** Arrives at a barrier. */
  | { readonly kind: 'arrive'; readonly object: number }
  /** Goes through an opened barrier. */
  | { readonly kind: 'pass'; readonly object: number }
  /** Breaks a barrier. */
  | { readonly kind: 'abort'; readonly object: number }
  /** Resets a barrier. */
  | { readonly kind: 'reset'; readonly object: number }
  /** Counts a latch down. */
  | { readonly kind: 'countdown'; readonly object: number }
  /** Puts an item, shown as `item`, into a queue. */
  | { readonly kind: 'put'; readonly object: number; readonly item: string }
  /** Takes an item out of a queue; `item` is empty while pending. */
  | { readonly kind: 'get'; readonly object: number; readonly item: string }
  /** Says that an item taken from the queue has been worked on. */
  | { readonly kind: 'taskdone'; readonly object: number }
  /** Waits until all items of a queue have been worked on. */
  | { readonly kind: 'drain'; readonly object: number }
  /** Begins the work whose outcome the future will hold. */
  | { readonly kind: 'work'; readonly object: number }
  /**
   * Ends a future: done with a value, failed with an error, each shown as `value`, or cancelled.
   */
  | {
      readonly kind: 'complete';
      readonly object: number;
      readonly status: FutureStatus;
      readonly value: string;
    }
  /** Waits for the result of a future. */
  | { readonly kind: 'result'; readonly object: number }
  /** Reads a shared variable whose value shows as `value`. */
  | { readonly kind: 'read'; readonly object: number; readonly value: string }
  /** Writes a shared variable. */
  | { readonly kind: 'write'; readonly object: number; readonly value: string }
  /** Asks the task `child` to end where it waits; `reason` is the message given, often empty. */
  | { readonly kind: 'cancel'; readonly child: number; readonly reason: string }
  /** An event loop calls what was handed to it: a timer that came due, a callback of a future. */
  | { readonly kind: 'call'; readonly object: number; readonly callback: string }
  /** Has the generator `child` go on to its next value. */
  | { readonly kind: 'next'; readonly child: number }
  /** A generator hands out a value, shown as `value`, and stops until it is asked for the next. */
  | { readonly kind: 'suspend'; readonly value: string };

/** What became of an action. */
export type Outcome = 'done' | 'blocked' | 'failed' | 'timeout' | 'error' | 'cancelled';

/**
 * What a task is doing between its steps. A task is *running* from a step's `since` to its `time`
 * and runnable until it is said to be something else.
 */
export type TaskState =
  /** Exists, not yet started; the state of every task until a step says otherwise. */
  | { readonly kind: 'created' }
  /** Could go on: chosen or not. */
  | { readonly kind: 'runnable' }
  /** Waits for an object; `until` is the deadline in virtual nanoseconds, -1 for none. */
  | { readonly kind: 'blocked'; readonly object: number; readonly until: number }
  /** Waits for another task to end. */
  | { readonly kind: 'joining'; readonly other: number; readonly until: number }
  | { readonly kind: 'sleeping'; readonly until: number }
  /** Waits for the simulated network. */
  | { readonly kind: 'network'; readonly request: string; readonly until: number }
  /** A generator that waits to be asked for its next value. */
  | { readonly kind: 'suspended' }
  /** Has ended; `error` is empty, or the exception nobody handled. */
  | { readonly kind: 'ended'; readonly error: string };

/** One thing that is different after a step. */
export type Change =
  /** The task is in another state. */
  | { readonly kind: 'task'; readonly task: number; readonly state: TaskState }
  /** The object looks like this now. */
  | { readonly kind: 'object'; readonly object: number; readonly state: ObjectState };

/** How many steps the task or object `id` had. */
export interface Count {
  readonly id: number;
  readonly steps: number;
}

/**
 * A task that can go on, and what it is about to do; `place` names the shared variable it is about
 * to touch, if that is it (`object` is -1 then).
 */
export interface Option {
  readonly task: number;
  readonly action: Action;
  readonly place: string;
}

/** How an execution ended. */
export type VerdictType = 'passed' | 'uncaught' | 'deadlock' | 'race' | 'limit' | 'rejected';

/**
 * `count` executions printed `output` (cut when long) and had this verdict; `schedule` replays the
 * first.
 */
export interface Ending {
  readonly output: string;
  readonly verdict: VerdictType;
  readonly detail: string;
  readonly count: number;
  readonly schedule: string;
}

/** A call of this function (`<module>` outside of all) that is at `line`. */
export interface Call {
  readonly function: string;
  readonly line: number;
}

/**
 * The task of this name reads or writes at `line`. `calls` are those of the program's functions
 * that were under way, the innermost first; none where nobody has asked for them.
 */
export interface Access {
  readonly task: string;
  readonly line: number;
  readonly write: boolean;
  readonly calls: readonly Call[];
}

/** Two accesses of the variable `object`, one a write, that nothing orders. */
export interface Race {
  readonly object: string;
  readonly first: Access;
  readonly second: Access;
}

/**
 * The task of this name takes the lock `taken` at `line`, while it holds `held`, which it took at
 * `heldLine`.
 */
export interface Taking {
  readonly task: string;
  readonly held: string;
  readonly heldLine: number;
  readonly taken: string;
  readonly line: number;
}

/**
 * Each of these takes a lock that the next one holds, the last one what the first holds: were they
 * to do so at the same time, none could go on.
 */
export interface Inversion {
  readonly circle: readonly Taking[];
}

/** What kind of deadlock it is. */
export type DeadlockType =
  | 'lock-cycle'
  | 'lost-wakeup'
  | 'missing-release'
  | 'join-cycle'
  | 'pool-starvation'
  | 'queue-never-filled'
  | 'other';

/**
 * `task` waits at `line` for `object` (-1: for the end of `holder`), which `holder` has (-1:
 * nobody), since the step `heldSince` (-1 where not known).
 */
export interface Waiting {
  readonly task: number;
  readonly line: number;
  readonly object: number;
  readonly holder: number;
  readonly heldSince: number;
}

/** `task` notified the condition `object` at `line`, in the step of this number. */
export interface Notice {
  readonly task: number;
  readonly line: number;
  readonly object: number;
  readonly step: number;
}

/** The limits a run can reach. (Recording too many steps is none: the program goes on.) */
export type LimitType = 'wall' | 'memory' | 'output' | 'tasks' | 'objects' | 'steps' | 'recursion';

/**
 * What went on when a limit was reached: these tasks did the same `steps` steps over and over, on
 * lines from `firstLine` to `lastLine` (0: not known). Without steps: the one task was computing at
 * that line; without tasks, nothing is known.
 */
export interface Going {
  readonly tasks: readonly number[];
  readonly steps: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Why an execution has its verdict, as data. */
export type Reason =
  /** Every task that had to end has ended. */
  | { readonly kind: 'completed' }
  /** The first exception nobody handled, and where: `exception` is the class, `line` the user's. */
  | {
      readonly kind: 'uncaught';
      readonly task: number;
      readonly line: number;
      readonly exception: string;
      readonly message: string;
    }
  /**
   * These tasks can never go on. `isCycle` says that each waits for the next one, the last for the
   * first; otherwise they are simply all that wait. `early` are notifies, of conditions on which
   * somebody waits now, that found nobody waiting.
   */
  | {
      readonly kind: 'deadlock';
      readonly isCycle: boolean;
      readonly type: DeadlockType;
      readonly waiting: readonly Waiting[];
      readonly early: readonly Notice[];
    }
  /** A limit was reached: which one, its value and unit, and what went on then. */
  | {
      readonly kind: 'limit';
      readonly limit: LimitType;
      readonly value: number;
      readonly unit: string;
      readonly going: Going;
    }
  /** The user stopped it. */
  | { readonly kind: 'stopped' }
  /** An exploration ended; Explored before it says with what. */
  | { readonly kind: 'explored' }
  /** The worker process ended during the run. */
  | { readonly kind: 'lost' }
  /** It could not be run at all; `message` says why and `line` where (0: nowhere in particular). */
  | { readonly kind: 'refused'; readonly line: number; readonly message: string };

/**
 * One line of a trace. A trace is a Header, then declarations and steps in the order they happened,
 * then a Verdict. Times are virtual nanoseconds since the start of the run; task and object ids are
 * small integers given in order of appearance, each in its own numbering.
 */
export type Entry =
  /**
   * The first line: what was run and under which rules. `sourceHash` is the SHA-256 of the source
   * in hexadecimal. The file's name is no part of it: it decides nothing.
   */
  | {
      readonly kind: 'trace';
      readonly version: number;
      readonly language: string;
      readonly sourceHash: string;
      readonly strategy: string;
      readonly seed: number;
      readonly atomicity: string;
      readonly cores: number;
      readonly gil: boolean;
      readonly asyncio: string;
    }
  /**
   * A task exists from here on; `parent` is -1 for the first task of all. `process` is the id of
   * the main task of its process (its own id for a process).
   */
  | {
      readonly kind: 'task';
      readonly task: number;
      readonly type: TaskType;
      readonly name: string;
      readonly parent: number;
      readonly process: number;
      readonly daemon: boolean;
    }
  /** A task has another name from here on. */
  | { readonly kind: 'name'; readonly task: number; readonly name: string }
  /**
   * An object exists from here on. `name` comes from the program (`lock`, `self.forks[2]`); `line`
   * is where it was made, 0 where unknown; `owner` is the object it is a part of (the lock inside a
   * condition names its condition), -1 for none: such parts need no card of their own.
   */
  | {
      readonly kind: 'object';
      readonly object: number;
      readonly type: ObjectType;
      readonly name: string;
      readonly task: number;
      readonly line: number;
      readonly owner: number;
      readonly state: ObjectState;
    }
  /**
   * One recorded action. `since` is when the task last began to run before this step: it ran from
   * `since` to `time`. `line` is 0 where no user line is known. `changes` lists everything that is
   * different after this step; what is not listed is as it was.
   */
  | {
      readonly kind: 'step';
      readonly index: number;
      readonly time: number;
      readonly since: number;
      readonly task: number;
      readonly line: number;
      readonly action: Action;
      readonly outcome: Outcome;
      readonly changes: readonly Change[];
    }
  /**
   * Recording stopped after `steps` steps because of the limit named; the program goes on, and
   * Output and Counters tell the rest.
   */
  | {
      readonly kind: 'stopped';
      readonly steps: number;
      readonly time: number;
      readonly reason: string;
    }
  /** Output of a task after recording stopped. */
  | {
      readonly kind: 'output';
      readonly task: number;
      readonly stream: Stream;
      readonly text: string;
    }
  /** How often each task stepped and each object was used, to the very end. */
  | {
      readonly kind: 'counters';
      readonly tasks: readonly Count[];
      readonly objects: readonly Count[];
    }
  /**
   * Before the next step there was a choice, where its user is the scheduler: the choice of this
   * number (from 0) in the schedule fell on the task `picked`. Told where there are two options or
   * more, by ascending task.
   */
  | {
      readonly kind: 'choice';
      readonly choice: number;
      readonly picked: number;
      readonly options: readonly Option[];
    }
  /**
   * What an exploration has shown so far. Instead of steps its trace has these, each about all of
   * it, the last one before the verdict.  @param explored complete executions, each different under
   * an exhaustive strategy @param blocked executions given up because they would have repeated
   * another @param complete every execution that differs was seen @param estimated how many there
   * are; -1 while nobody can say @param preemptions the least found that make the program fail as
   * shown; -1 for no failure @param schedule replays that failure; empty for none @param passing
   * replays the nearest execution that passes; empty for none @param outcomes what executions ended
   * with, most frequent first @param warnings locks taken in different orders, without a schedule
   * so far that ends there
   */
  | {
      readonly kind: 'explored';
      readonly explored: number;
      readonly blocked: number;
      readonly complete: boolean;
      readonly estimated: number;
      readonly preemptions: number;
      readonly schedule: string;
      readonly passing: string;
      readonly outcomes: readonly Ending[];
      readonly races: readonly Race[];
      readonly warnings: readonly Inversion[];
      readonly executionsPerSecond: number;
    }
  /**
   * The last line. `detail` is one English sentence; `reason` says the same as data, so that a page
   * can say it in the reader's language. `schedule` replays this execution.
   */
  | {
      readonly kind: 'verdict';
      readonly verdict: VerdictType;
      readonly detail: string;
      readonly reason: Reason;
      readonly steps: number;
      readonly time: number;
      readonly schedule: string;
    };
