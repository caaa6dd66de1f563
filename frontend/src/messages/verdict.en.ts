const NAMED_MAX = 4;

/** A change that is lost: whose, who wrote over it, and what that task had read. */
interface Lost {
  readonly loser: string;
  readonly writer: string;
  readonly object: string;
  readonly value: string;
}

/** Who waits in vain for what, and whose doing it is. */
interface Vain {
  readonly object: string;
  readonly waiter: string;
  readonly other: string;
}

/** Steps that came again and again, and on which lines. */
interface Rounds {
  readonly steps: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

function namesEn(tasks: readonly string[]): string {
  return tasks.length > NAMED_MAX
    ? `${tasks.slice(0, NAMED_MAX).join(', ')} and ${tasks.length - NAMED_MAX} more`
    : new Intl.ListFormat('en', { type: 'conjunction' }).format(tasks);
}

function spanEn(first: number, last: number): string {
  if (last === 0) return '';
  return first === last ? ` (line ${first})` : ` (lines ${first} to ${last})`;
}

function worth(value: string): string {
  return value === '' ? '' : ` as \`${value}\``;
}

/** Why a run ended as it did, and what helps. */
export const verdictEn = {
  none: 'The verdict appears when the run has ended.',
  words: {
    passed: 'Passed',
    uncaught: 'Uncaught exception',
    deadlock: 'Deadlock',
    race: 'Data race',
    limit: 'Limit reached',
    rejected: 'Could not be run',
    stopped: 'Stopped',
    interrupted: 'Interrupted',
  },
  passed: 'Every task that had to end has ended.',
  race: (detail: string) => detail,
  raceCure: 'Hold the same lock around both accesses.',
  uncaught: (task: string, line: number, what: string) =>
    line > 0 ? `${task} ended at line ${line} with ${what}.` : `${task} ended with ${what}.`,
  bootstrappingCure:
    'Put what starts processes under if __name__ == "__main__":, because every new process runs the file again.',
  uncaughtCure: 'An exception that nobody handles ends its own thread; the others go on.',
  lostMutually: ({ loser, writer, object, value }: Lost) =>
    `\`${loser}\` and \`${writer}\` both read \`${object}\`${worth(value)} before either wrote it, so the change of \`${loser}\` is lost. Hold one lock around the read and the write.`,
  lostUnseen: ({ loser, writer, object, value }: Lost) =>
    `\`${writer}\` read \`${object}\`${worth(value)}, then \`${loser}\` wrote it, and \`${writer}\` wrote over that without having seen it: the change of \`${loser}\` is lost. Hold one lock around the read and the write.`,
  early: ({ object, waiter, other }: Vain) =>
    `\`${other}\` notified \`${object}\` when nobody was waiting yet, so that wake-up is lost, and \`${waiter}\` waits for one that never comes. Look at what is waited for and go to sleep under the same lock.`,
  kept: ({ object, waiter, other }: Vain) =>
    `\`${other}\` has ended without giving \`${object}\` back, so \`${waiter}\` waits for ever. Take it with \`with\`, and it is given back whatever happens.`,
  lostSteps: 'See it happen:',
  stepButton: (step: number) => `step ${step}`,
  cycle: (count: number) =>
    count === 1
      ? 'A task waits for itself: it can never go on.'
      : `${count} tasks wait for each other in a circle, so none of them can ever go on.`,
  stuck: (count: number) =>
    count === 1
      ? 'One task waits for something that nobody left can bring.'
      : `${count} tasks wait for something that nobody left can bring.`,
  cycleCure:
    'Take the locks in the same order in every task, and the circle cannot close. Or give one of them a timeout.',
  selfCure:
    'A plain lock cannot be taken twice by the same task: use an RLock, or release it first.',
  stuckCure:
    'Look for the release, put, set or notify that should have come, and for who ended without doing it.',
  waits: (task: string, line: number, object: string) =>
    line > 0 ? `${task} waits at line ${line} for ${object}` : `${task} waits for ${object}`,
  waitsForEnd: (task: string, line: number, other: string) =>
    line > 0
      ? `${task} waits at line ${line} for ${other} to end`
      : `${task} waits for ${other} to end`,
  workedOnBy: (worker: string) => `${worker} works on it`,
  workedOnByNobody: 'nobody works on it',
  heldBy: (holder: string) => `held by ${holder}`,
  heldSince: (step: number) => `since step ${step}`,
  /** What stands on the arrows of the picture, and beside it. */
  graph: {
    title: 'Who waits for whom',
    wants: 'wants',
    held: 'held by',
    worked: 'worked on by',
    ends: 'joins',
    legend: 'From a task to what it wants, and from there to who has it.',
    hasEnded: (task: string) => `${task} has ended`,
    left: (count: number) => `… and ${count} more that wait for the same.`,
  },
  units: {
    tasks: (count: string) => `${count} tasks`,
    objects: (count: string) => `${count} locks, queues and the like`,
    steps: (count: string) => `${count} steps`,
    calls: (count: string) => `${count} calls`,
  } as Readonly<Record<string, (count: string) => string>>,
  limits: {
    wall: (value: string) => `The run took longer than ${value} on the real clock and was ended.`,
    memory: (value: string) => `The program wanted more than ${value} of memory and was ended.`,
    output: (value: string) => `The program printed more than ${value} and was ended.`,
    tasks: (value: string) => `The program wanted more than ${value} alive at once and was ended.`,
    objects: (value: string) => `The program made more than ${value} and was ended.`,
    steps: (value: string) => `The program took more than ${value} and was ended.`,
    recursion: (value: string) => `The calls went deeper than ${value} and the program was ended.`,
  },
  /** What went on then: a few tasks that went round and round, or one that was computing. */
  going: (tasks: readonly string[], { steps, firstLine, lastLine }: Rounds) => {
    if (steps === 0)
      return firstLine > 0 ? `${tasks.join()} was computing at line ${firstLine}.` : '';
    const many = steps === 1 ? 'step' : `${steps} steps`;
    const round = `${namesEn(tasks)} did the same ${many} over and over${spanEn(firstLine, lastLine)}.`;
    return tasks.length > 1 ? `${round} If they were meant to end, that is a livelock.` : round;
  },
  limitCures: {
    wall: 'Look for a loop that never ends, or let it do less.',
    memory: 'Look for a list or queue that only grows, or use smaller data.',
    output: 'Print less, or only every so often.',
    tasks: 'Start fewer at once, or use a pool.',
    objects: 'Make locks and queues once and share them.',
    steps: 'Let it do less.',
    recursion: 'Look for a function that calls itself without an end.',
  },
  stopped: 'You stopped this run. Everything up to here is shown.',
  lost: 'The machine that ran this program broke down. Your program may have asked too much of it; press Run to try again on a fresh one.',
  refused: (line: number, message: string) => (line > 0 ? `Line ${line}: ${message}` : message),
  recordingStopped: (steps: string) =>
    `The picture ends after ${steps} steps; the program went on, and its output is complete.`,
  traceback: 'Traceback',
  line: (line: number) => `line ${line}`,
  showLine: (line: number) => `Show line ${line}`,
  facts: 'About this run',
  steps: 'Steps',
  virtualTime: 'Virtual time',
  wallTime: 'Real time',
  seed: 'Seed',
  strategy: 'Strategy',
  machine: 'Machine',
  schedule: 'Schedule',
  traceHash: 'Trace',
  replay: 'Replay this schedule',
};

export type VerdictMessages = typeof verdictEn;
