import type { Option } from '../wire/trace-types';
import type { ChoiceInfo, Step } from './entries';
import type { TraceLog } from './log';

/**
 * A choice that decides about a step: the last one before it. Those before it at the same place fell
 * on what shows nothing, and stay as they are.
 */
export type Decision = ChoiceInfo;

/** The decisions of an execution, in order. */
export function decisionsOf(log: TraceLog): readonly Decision[] {
  return log.choices.flatMap((choice, place) => {
    const step = log.steps[choice.after + 1];
    if (step === undefined || log.choices[place + 1]?.after === choice.after) return [];
    return [
      { ...choice, options: choice.options.map((option) => shown(log, choice, option, step)) },
    ];
  });
}

/** A task that looks at what shows nothing before its step is told by the step, where one knows it. */
function shown(log: TraceLog, { picked, after }: ChoiceInfo, option: Option, step: Step): Option {
  const { action, task } = step;
  const isAccess = action.kind === 'read' || action.kind === 'write';
  if (option.task !== picked || task !== picked || option.place === '' || isAccess) return option;
  const isKnown = !('object' in action) || (log.objects[action.object]?.born ?? Infinity) <= after;
  return isKnown ? { task, action, place: '' } : option;
}

/**
 * The place among `decisions` of the one that comes once `decision` has fallen on `task`: its step
 * has been made, or could not be. The number of decisions where none comes any more.
 */
export function placeAfter(
  decisions: readonly Decision[],
  { choice, after }: Decision,
  task: number,
): number {
  const place = decisions.findIndex(
    (each) => each.choice > choice && !(each.after === after && each.picked === task),
  );
  return place < 0 ? decisions.length : place;
}

/** The place of the first decision about a step behind `step`; their number where none is. */
export function placeBehind(decisions: readonly Decision[], step: number): number {
  const place = decisions.findIndex(({ after }) => after >= step);
  return place < 0 ? decisions.length : place;
}

/** What is left of `lines` when nobody may know how the decision falls. */
export function linesUpTo(
  lines: readonly string[],
  decision: Decision | undefined,
): readonly string[] {
  return decision === undefined ? lines : lines.slice(0, decision.entry + 1);
}
