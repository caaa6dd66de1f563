import type { Action } from '../wire/trace-types';
import type { Hindrance } from '../wire/schedule';

type Does = Readonly<Record<Action['kind'], (what: string) => string>>;

/** The texts of being the scheduler oneself. What a task is about to do stands without its name. */
export const schedulerEn = {
  be: 'Be the scheduler',
  takeOver: 'Take over from here',
  takeOverHelp: 'Go on from this step as the scheduler: you pick which task goes next.',
  whoNext: 'Who goes next?',
  hint: 'Pick a lane that glows, or press its number.',
  youDecide: 'You decide.',
  asking: 'Playing it…',
  ended: 'The program has ended.',
  nothingToDecide: 'Only one task could ever go on: there was nothing to decide.',
  newOutcome: (count: number) => `A new outcome: nobody has seen this one yet. ${count} so far.`,
  undo: 'Undo',
  undoHelp: 'Back to the decision before',
  again: 'From the start',
  leave: 'Leave',
  leaveHelp: 'Stop deciding, and see the whole run',
  can: (task: string, does: string) => `${task} ${does}`,
  pick: (key: number, task: string, does: string) =>
    key > 0 ? `${key}: ${task} ${does}` : `${task} ${does}`,
  cannot: {
    notYet: 'cannot go on yet',
    blocked: (object: string, holder: string) =>
      holder === '' ? `waits for ${object}` : `waits for ${object}, which ${holder} has`,
    joining: (task: string) => `waits for ${task} to end`,
    sleeping: (until: string) => `sleeps until ${until}`,
    network: (request: string) => `waits for the network: ${request}`,
    suspended: 'waits to be asked for its next value',
  },
  hindered: {
    simulated:
      'This run was made by the simulated machine, which does not ask who goes next at every step, so nobody can take it over. Be the scheduler from the start instead.',
    tooLong:
      'This schedule is too long to be gone on with by hand. Undo a good way back, or use a shorter program.',
    unreadable: 'This run has no schedule that can be gone on with by hand.',
  } satisfies Record<Hindrance, string> as Readonly<Record<Hindrance, string>>,
  refused: (detail: string) => `That could not be played: ${detail}`,
  does: {
    begin: () => 'begins',
    end: () => 'ends',
    start: (task) => `starts ${task}`,
    join: (task) => `joins ${task}`,
    kill: (task) => `ends ${task} at once`,
    sleep: (time) => (time === '' ? 'lets others go first' : `sleeps for ${time}`),
    request: (request) => `asks the network: ${request}`,
    yield: () => 'goes on computing',
    print: (text) => `prints ${text}`,
    acquire: (lock) => `takes ${lock}`,
    release: (lock) => `gives ${lock} back`,
    wait: (condition) => `waits for a notify of ${condition}`,
    resume: (condition) => `goes on from ${condition}`,
    notify: (condition) => `notifies ${condition}`,
    set: (event) => `sets ${event}`,
    clear: (event) => `clears ${event}`,
    await: (event) => `waits for ${event}`,
    arrive: (barrier) => `comes to ${barrier}`,
    pass: (barrier) => `goes through ${barrier}`,
    abort: (barrier) => `breaks ${barrier}`,
    reset: (barrier) => `resets ${barrier}`,
    countdown: (latch) => `counts ${latch} down`,
    put: (queue) => `puts an item into ${queue}`,
    get: (queue) => `takes an item out of ${queue}`,
    taskdone: (queue) => `has dealt with an item of ${queue}`,
    drain: (queue) => `waits until ${queue} is dealt with`,
    work: (future) => `works on ${future}`,
    complete: (future) => `completes ${future}`,
    result: (future) => `takes the result of ${future}`,
    read: (variable) => `reads ${variable}`,
    write: (variable) => `writes ${variable}`,
    cancel: (task) => `cancels ${task}`,
    call: (loop) => `has ${loop} make a call`,
    next: (task) => `asks ${task} for its next value`,
    suspend: () => 'hands out a value',
  } satisfies Does as Does,
};

export type SchedulerMessages = typeof schedulerEn;
