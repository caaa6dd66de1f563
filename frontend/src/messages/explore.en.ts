import type { Cause } from '../trace/findings';
import type { Access, Inversion, Race, Taking } from '../wire/trace-types';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

type Early = Extract<Cause, { kind: 'early' }>;

function executions(count: string): string {
  return count === '1' ? '1 execution' : `${count} executions`;
}

function named(names: readonly string[]): string {
  return list.format(names.map((name) => `\`${name}\``));
}

function atLines(lines: readonly number[]): string {
  const known = lines.filter((line) => line > 0);
  if (known.length === 0) return '';
  return ` (${known.length === 1 ? 'line' : 'lines'} ${list.format(known.map(String))})`;
}

function verb({ write }: Access): string {
  return write ? 'writes' : 'reads';
}

function access(said: string, { line }: Access): readonly (string | number)[] {
  return line > 0 ? [`${said} at `, line] : [said];
}

function taking({ task, held, heldLine, taken, line }: Taking, before: string) {
  return [
    `${before}\`${task}\` holds \`${held}\` since `,
    heldLine,
    ` and takes \`${taken}\` at `,
    line,
  ];
}

/** The texts of exploring: many executions, and what they showed together. Counts come written. */
export const exploreEn = {
  exploreThis: 'Explore this program',
  explore: 'Explore',
  title: 'Exploration',
  settings: 'How to explore',
  panel: 'What all executions showed',
  back: 'Back to the exploration',
  phases: {
    loading: 'Loading what was found…',
    starting: 'Starting…',
    queued: 'Waiting for a free machine.',
    first: 'Running the program for the first time…',
    dpor: 'Trying every order that can make a difference.',
    dfs: 'Trying every order, one after another.',
    sampling: 'Trying orders drawn by chance.',
    stopping: 'Stopping; what was found stays.',
    complete: 'Done: every different execution was seen.',
    over: 'Done: as far as it was told to go.',
    stopped: 'Stopped. What was found up to then stays.',
    interrupted: 'The service was restarted meanwhile; this is what was found before.',
    lost: 'The machine that explored broke down; this is what was found before.',
  },
  withBound: (bound: number) =>
    bound === 0
      ? 'Only executions without a preemption.'
      : `Only executions with at most ${bound} ${bound === 1 ? 'preemption' : 'preemptions'}.`,
  figures: {
    explored: 'executions',
    perSecond: 'per second',
    left: 'left',
    repeats: 'repeats given up',
    repeatsHelp: 'Executions that would only have repeated another, given up on the way.',
    unknown: 'not known',
    about: (count: string) => `≈ ${count}`,
    progress: 'Part of all executions',
    progressText: (done: string, all: string) => `${done} of about ${all}`,
  },
  seals: {
    nothing: 'No execution has come to its end.',
    nothingAtAll: 'Nothing was explored.',
    same: (count: string, output: string) =>
      count === '1'
        ? `There is only one execution, and it ends with ${output}.`
        : `All ${count} different executions end with ${output}.`,
    fine: (count: string) =>
      count === '1'
        ? 'Verified: there is only one execution, and it is fine.'
        : `Verified: all ${count} different executions are fine.`,
    various: (count: string, endings: string) =>
      `None of ${executions(count)} fails; they end in ${endings} different ways.`,
    wrong: (wrong: string, count: string) =>
      `Goes wrong in ${wrong} of ${count} different executions.`,
    allWrong: (count: string) =>
      count === '1'
        ? 'There is only one execution, and it goes wrong.'
        : `Goes wrong in all ${count} different executions.`,
    wrongSoFar: (wrong: string, count: string) =>
      `Goes wrong in ${wrong} of the ${executions(count)} tried.`,
    racing: (count: string, endings: number) =>
      endings > 1
        ? `What comes out depends on a race: ${executions(count)}, ${endings} different endings.`
        : `A race in ${executions(count)}: an error without a GIL, even where it ends well.`,
    stuck: (stuck: string, count: string) =>
      `In ${stuck} of ${executions(count)} nobody gets any further.`,
    cut: (cut: string, count: string) =>
      `${executions(cut)} of ${count} reached a limit and could not be judged; the others are fine.`,
    allCut: (count: string) =>
      `${count === '1' ? 'The one execution tried' : `All ${executions(count)} tried`} reached a limit and could not be judged. Let loops make fewer turns: a few show what many do.`,
    unfound: (count: string) => `Nothing wrong found in ${executions(count)}.`,
    unfoundOf: (count: string, all: string) =>
      `Nothing wrong found in ${count} of about ${all} executions.`,
  },
  failure: 'The first failure',
  whys: {
    lost: (tasks: readonly string[], object: string, lines: readonly number[]) =>
      tasks.length > 1
        ? `${named(tasks)} can each come between the other’s read and write of \`${object}\`${atLines(lines)}: then one of the changes is lost.`
        : `Another task can come between the read and the write of \`${object}\`${atLines(lines)}: then one of the changes is lost.`,
    early: ({ reader, readLine, writer, writeLine, object }: Early) =>
      `\`${reader}\` reads \`${object}\`${atLines([readLine])} and \`${writer}\` writes it${atLines([writeLine])}, in either order: nothing makes one wait for the other.`,
    last: (tasks: readonly string[], object: string, lines: readonly number[]) =>
      `${named(tasks)} write \`${object}\`${atLines(lines)} in either order, and the later one stays.`,
    order: 'Nothing but the order in which the tasks happen to run decides that it fails.',
    deadlock: 'In this order, tasks come to wait for what nobody left can bring: they never go on.',
    livelock: 'In this order the tasks go round and round, and none of them gets any further.',
    always: 'It fails in every execution, so it does not depend on the order.',
  },
  preemptions: (count: number) =>
    count === 0
      ? 'No preemption is needed: it happens even when every task runs on until it has to wait.'
      : count === 1
        ? 'One preemption is enough: one task is interrupted once, in the wrong place.'
        : `${count} preemptions are enough.`,
  playFailure: 'Play the failure',
  playPassing: 'Play the nearest passing run',
  failing: 'It fails',
  passing: 'It passes',
  pairTitle: 'Side by side',
  pair: 'Two executions on the same scale; a click on a step shows it by itself.',
  differsAt: (step: number) => `They differ first at step ${step}.`,
  pairLoading: 'Running both again for the picture…',
  pairFailed: 'The picture of both could not be made; the buttons still play them.',
  outcomes: 'How it can end',
  outcomesHelp: 'Different outputs and verdicts, the most frequent first.',
  moreOutcomes: (count: string) => `… and ${count} more.`,
  executions,
  share: (percent: string) => `${percent} %`,
  noOutput: 'prints nothing',
  play: 'Play',
  playEnding: (verdict: string, output: string) => `Play an execution: ${verdict}, ${output}`,
  compare: 'Compare',
  compareEnding: (verdict: string, output: string) =>
    `See an execution side by side: ${verdict}, ${output}`,
  copySchedule: 'Copy its schedule',
  copied: 'Schedule copied.',
  atomicity: {
    title: 'What counts as one step',
    help: 'The same program under the three rules of interruption.',
    current: 'shown here',
    explore: 'Explore this way',
    exploreSo: (name: string) => `Explore this way: ${name}`,
    show: 'Show',
    showThat: (name: string) => `Show the exploration: ${name}`,
    differences: {
      unknown: 'Explore it under another one, and the page says whether it makes a difference.',
      none: 'It makes no difference for this program.',
      language:
        'It goes wrong only where a task can be interrupted between any read and write. CPython 3.10 and later happens to interrupt at calls and loop turns only; other Pythons, older ones and the next one need not.',
      'free-threaded':
        'It ends well in every order, but without a GIL two accesses that nothing orders are an error.',
      gil: 'It goes wrong as CPython 3.10 and later interrupts; not all of the finer steps were seen.',
    },
  },
  races: 'Accesses nothing orders',
  racesHelp: 'A line number shows the line in the program.',
  /** The sentence about two accesses; numbers are lines, which become buttons. */
  race: ({ object, first, second }: Race): readonly (string | number)[] => [
    ...access(`\`${first.task}\` ${verb(first)} \`${object}\``, first),
    ...access(` while \`${second.task}\` ${verb(second)} it`, second),
    '. Nothing orders them: hold the same lock around both.',
  ],
  lockOrders: 'Locks taken in different orders',
  lockOrdersHelp: 'No schedule found ends in a deadlock here; a changed program might.',
  /** The sentence about takings that could wait for each other; numbers are lines. */
  lockOrder: ({ circle }: Inversion): readonly (string | number)[] => [
    ...circle.flatMap((each, place) => taking(each, place === 0 ? '' : '; ')),
    '. Take them in the same order everywhere.',
  ],
  line: (line: number) => `line ${line}`,
  fields: {
    strategy: 'How the next execution is found',
    strategies: {
      dpor: 'All that differ',
      dfs: 'All orders',
      random: 'Random',
      pct: 'PCT',
      pos: 'POS',
      surw: 'SURW',
    },
    strategyHelps: {
      dpor: 'Partial-order reduction: every execution that differs, each once, until all are seen.',
      dfs: 'Every order of steps, also those that come to the same. Only for tiny programs.',
      random: 'Any task that can go on, each as likely.',
      pct: 'Priorities that change at few places: good at bugs that need few switches.',
      pos: 'Random priorities for steps: spreads well over different orders.',
      surw: 'Orders drawn evenly: good where one task does much more than the others.',
    },
    bound: 'Preemptions',
    boundHelp:
      'How often a task may be interrupted where it could go on. Most bugs need one or two.',
    noBound: 'any',
    budget: 'Executions at most',
    seconds: 'Seconds at most',
    atomicity: 'What is one step',
    atomicities: {
      language: 'Each read and write',
      gil: 'As CPython 3.10 and later',
      'free-threaded': 'Free-threaded Python',
    },
    atomicityHelps: {
      language:
        'Each read and each write of a shared variable is a step of its own, as the language promises no more: counter += 1 can be interrupted.',
      gil: 'A thread is interrupted only where CPython hands the GIL over, at calls and loop turns: counter += 1 is one step.',
      'free-threaded':
        'As each read and write, and two accesses that nothing orders are an error even when they end well.',
    },
    asyncio: 'What an event loop lets go on next',
    asyncioOrders: {
      strict: 'First in, first out',
      portable: 'Whatever is ready',
    },
    asyncioHelps: {
      strict: 'As asyncio documents it: a lone event loop has one order only.',
      portable:
        'Any task or callback that is ready may go next, and every await lets others go first: what passes here depends on no order.',
    },
    usual: 'As usual',
  },
};

export type ExploreMessages = typeof exploreEn;
