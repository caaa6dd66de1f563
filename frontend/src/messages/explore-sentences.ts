import { causeOf, type Finding, isWrong } from '../trace/findings';
import type { Explored } from '../trace/entries';
import type { Access, Ending, Race } from '../wire/trace-types';
import type { ExploreMessages } from './explore.en';

const SAID_CHARACTERS_MAX = 48;

/** What all executions together say, in one sentence. */
export function sealOf(finding: Finding, texts: ExploreMessages): string {
  const { seals } = texts;
  switch (finding.kind) {
    case 'nothing':
      return seals.nothing;
    case 'same': {
      const output = shortOutput(finding.output);
      const count = written(finding.executions);
      return output === '' ? seals.fine(count) : seals.same(count, `\`${output}\``);
    }
    case 'various':
      return seals.various(written(finding.executions), written(finding.endings));
    case 'wrong':
      return wrong(finding, texts);
    case 'racing':
      return seals.racing(written(finding.executions), finding.endings);
    case 'stuck':
      return seals.stuck(written(finding.stuck), written(finding.executions));
    case 'cut':
      return finding.cut === finding.executions
        ? seals.allCut(written(finding.executions))
        : seals.cut(written(finding.cut), written(finding.executions));
    case 'unfound': {
      const { executions, estimated } = finding;
      return estimated > executions
        ? seals.unfoundOf(written(executions), roughly(estimated))
        : seals.unfound(written(executions));
    }
    default:
      return finding satisfies never;
  }
}

function wrong(
  { wrong: failing, executions, isComplete }: Extract<Finding, { kind: 'wrong' }>,
  { seals }: ExploreMessages,
): string {
  if (!isComplete) return seals.wrongSoFar(written(failing), written(executions));
  return failing === executions
    ? seals.allWrong(written(executions))
    : seals.wrong(written(failing), written(executions));
}

/** Why an execution can end so, in one sentence. */
export function whyOf(failure: Ending, explored: Explored, { whys }: ExploreMessages): string {
  if (explored.complete && explored.outcomes.every(isWrong)) {
    return whys.always;
  }
  if (failure.verdict === 'deadlock') return whys.deadlock;
  if (failure.verdict === 'limit') return whys.livelock;
  const cause = causeOf(explored.races);
  switch (cause.kind) {
    case 'lost':
      return whys.lost(cause.tasks, cause.object, cause.lines);
    case 'early':
      return whys.early(cause);
    case 'last':
      return whys.last(cause.tasks, cause.object, cause.lines);
    case 'order':
      return whys.order;
    default:
      return cause satisfies never;
  }
}

/**
 * In which calls the two accesses of a race are made, the innermost first; numbers are lines. None
 * where that is not known.
 */
export function callsOf({ first, second }: Race): readonly (readonly (string | number)[])[] {
  return [first, second].filter(({ calls }) => calls.length > 0).map(callsAt);
}

function callsAt({ task, calls }: Access): readonly (string | number)[] {
  return calls.flatMap((call, at) => [
    at === 0 ? `\`${task}\`: \`${call.function}\` ` : ` ← \`${call.function}\` `,
    call.line,
  ]);
}

/** What was printed, on one line and not too long; empty where nothing was, or too much to say. */
export function shortOutput(output: string): string {
  const lines = output.replace(/\n$/, '').replaceAll('`', "'").split('\n');
  const said = lines.join(' ↵ ');
  return said.length <= SAID_CHARACTERS_MAX ? said : '';
}

/** A count with its thousands apart. */
export function written(count: number): string {
  return count.toLocaleString('en-US');
}

const ROUGH_FROM = 1_000_000;
const ROUGH_POWER_MAX = 18;

/** An estimate: beyond a million its power of ten says all that is known. */
export function roughly(count: number): string {
  if (count < ROUGH_FROM) return written(count);
  if (count >= 10 ** ROUGH_POWER_MAX) return `10${raised(ROUGH_POWER_MAX)}+`;
  const [digits = '', power = ''] = count.toExponential(1).split('e+');
  return `${digits} × 10${raised(Number(power))}`;
}

function raised(power: number): string {
  return [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
}

const TOLD_CHARACTERS_MAX = 160;

/**
 * Outputs on one line each, short enough to be read at a glance, without the lines they all begin
 * with: what is left tells them apart.
 */
export function apart(outputs: readonly string[]): readonly string[] {
  const split = outputs.map((output) => output.replace(/\n$/, '').split('\n'));
  const shared = outputs.length < 2 ? 0 : sharedLines(split);
  return split.map((lines) => {
    const left = lines.slice(shared).join(' ↵ ');
    const told = shared > 0 ? `… ↵ ${left}` : left;
    return told.length <= TOLD_CHARACTERS_MAX ? told : `${told.slice(0, TOLD_CHARACTERS_MAX)} …`;
  });
}

/** How many lines all begin with; the last line of each is left. */
function sharedLines(outputs: readonly (readonly string[])[]): number {
  const [first = []] = outputs;
  const most = Math.min(...outputs.map((lines) => lines.length)) - 1;
  let shared = 0;
  while (shared < most && outputs.every((lines) => lines[shared] === first[shared])) shared++;
  return shared;
}
