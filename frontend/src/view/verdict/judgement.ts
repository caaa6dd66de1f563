import type { VerdictMessages } from '../../messages/verdict.en';
import type { TraceLog } from '../../trace/log';
import { taskNameAt } from '../../trace/moment';
import type { Run } from '../../wire/api/types';
import type { Reason, VerdictType } from '../../wire/trace-types';
import { type Why, whyLost, whyStuck } from './why';
import { type WaitingLine, waitingLine } from '../deadlock/waiting-line';
import { formatCount, formatMillis } from '../transport/format';

export type Tone = 'good' | 'bad' | 'warn';
export type VerdictWord = keyof VerdictMessages['words'];

/** A verdict in the reader's words. */
export interface Judgement {
  readonly word: VerdictWord;
  readonly tone: Tone;
  readonly sentence: string;
  /** What helps; empty where nothing is wrong. */
  readonly cure: string;
  /** What happened that made it so, where the steps show it. */
  readonly why: Why | undefined;
  readonly waiting: readonly WaitingLine[];
  /** The source line to look at, 0 for none. */
  readonly line: number;
}

const TONES: Readonly<Record<VerdictWord, Tone>> = {
  passed: 'good',
  uncaught: 'bad',
  deadlock: 'bad',
  race: 'bad',
  limit: 'warn',
  rejected: 'bad',
  stopped: 'warn',
  interrupted: 'warn',
};

/** What is said of a run that has ended; nothing while it has not. */
export function judgementOf(
  log: TraceLog,
  run: Run | undefined,
  texts: VerdictMessages,
): Judgement | undefined {
  const verdict = log.verdict?.verdict ?? run?.verdict;
  if (verdict === undefined) return undefined;
  const reason = log.verdict?.reason ?? run?.reason;
  const detail = log.verdict?.detail ?? run?.detail ?? '';
  const word: VerdictWord = reason?.kind === 'stopped' ? 'stopped' : verdict;
  const plain: Judgement = {
    word,
    tone: TONES[word],
    sentence: detail,
    cure: '',
    why: undefined,
    waiting: [],
    line: 0,
  };
  return reason === undefined
    ? plain
    : { ...plain, ...said(reason, { verdict, detail }, log, texts) };
}

type Said = Partial<Judgement>;

/** What CPython says of a program that starts processes while a new one runs its file. */
const BOOTSTRAPPING = 'An attempt has been made to start a new process';

interface Told {
  readonly verdict: VerdictType;
  readonly detail: string;
}

function said(reason: Reason, told: Told, log: TraceLog, texts: VerdictMessages): Said {
  switch (reason.kind) {
    case 'completed':
      return { ...completed(told, texts), ...racing(told, log, texts) };
    case 'uncaught':
      return uncaught(reason, log, texts);
    case 'deadlock':
      return deadlock(reason, log, texts);
    case 'limit':
      return limit(reason, log, texts);
    case 'stopped':
      return { sentence: texts.stopped };
    case 'explored':
      return {};
    case 'lost':
      return { sentence: texts.lost };
    case 'refused':
      return { sentence: texts.refused(reason.line, reason.message), line: reason.line };
    default:
      return reason satisfies never;
  }
}

/** Which limit was reached, and what went on then. */
function limit(
  { limit: which, value, unit, going }: Extract<Reason, { kind: 'limit' }>,
  log: TraceLog,
  texts: VerdictMessages,
): Said {
  const told = texts.limits[which](quantity(value, unit, texts));
  const tasks = going.tasks.map((task) => taskNameAt(log, task, log.steps.length - 1));
  const goingOn = tasks.length === 0 ? '' : texts.going(tasks, going);
  return {
    sentence: goingOn === '' ? told : `${told} ${goingOn}`,
    cure: texts.limitCures[which],
    line: going.firstLine,
  };
}

function completed({ verdict, detail }: Told, texts: VerdictMessages): Said {
  switch (verdict) {
    case 'passed':
      return { sentence: texts.passed };
    case 'race':
      return { sentence: texts.race(detail), cure: texts.raceCure };
    default:
      return {};
  }
}

/** Where a race is the verdict, what it did to this run. */
function racing({ verdict }: Told, log: TraceLog, texts: VerdictMessages): Said {
  return verdict === 'race' ? { why: whyLost(log, texts) } : {};
}

function uncaught(
  { task, line, exception, message }: Extract<Reason, { kind: 'uncaught' }>,
  log: TraceLog,
  texts: VerdictMessages,
): Said {
  const what = message === '' ? exception : `${exception}: ${message}`;
  const why = whyLost(log, texts);
  const usual = task > 0 && why === undefined ? texts.uncaughtCure : '';
  return {
    why,
    sentence: texts.uncaught(taskNameAt(log, task, log.steps.length - 1), line, what),
    cure: message.includes(BOOTSTRAPPING) ? texts.bootstrappingCure : usual,
    line,
  };
}

function deadlock(
  { isCycle, waiting }: Extract<Reason, { kind: 'deadlock' }>,
  log: TraceLog,
  texts: VerdictMessages,
): Said {
  const count = waiting.length;
  const circleCure = count === 1 ? texts.selfCure : texts.cycleCure;
  return {
    sentence: isCycle ? texts.cycle(count) : texts.stuck(count),
    cure: isCycle ? circleCure : texts.stuckCure,
    why: whyStuck(log, texts),
    waiting: waiting.map((each) => waitingLine(each, log, texts)),
  };
}

/** A limit's value with its unit, as people say it. */
export function quantity(value: number, unit: string, texts: VerdictMessages): string {
  if (/^(ms|millis|milliseconds)$/.test(unit)) return formatMillis(value);
  if (/^bytes?$/.test(unit)) {
    const mebibytes = value / 2 ** 20;
    return mebibytes >= 1
      ? `${formatCount(Math.round(mebibytes))} MiB`
      : `${Math.round(value / 1024)} KiB`;
  }
  return texts.units[unit]?.(formatCount(value)) ?? `${formatCount(value)} ${unit}`;
}
