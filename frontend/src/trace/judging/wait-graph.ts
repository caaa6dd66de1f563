import type { Waiting } from '../../wire/trace-types';
import { holdAt } from '../holds';
import type { TraceLog } from '../log';
import { momentAt, type TaskMoment } from '../moment';

/** A task, or an object that tasks wait for, by its id in its own numbering. */
export interface WaitNode {
  readonly kind: 'task' | 'object';
  readonly id: number;
}

/** What leads from one to the other: a task wants an object, somebody has it, somebody must end. */
export type WaitLink = 'wants' | 'held' | 'worked' | 'ends';

export interface WaitEdge {
  readonly from: WaitNode;
  readonly to: WaitNode;
  readonly link: WaitLink;
  readonly isInCircle: boolean;
}

/** Who waits for whom at the end of a deadlock. From every node at most one edge leads on. */
export interface WaitGraph {
  readonly nodes: readonly WaitNode[];
  readonly edges: readonly WaitEdge[];
  /** The waits it is made of, those of the circle first. */
  readonly waiting: readonly Waiting[];
}

/** The graph of a run that ended in a deadlock; nothing for any other. */
export function waitGraphOf(log: TraceLog): WaitGraph | undefined {
  const reason = log.verdict?.reason;
  if (reason?.kind !== 'deadlock') return undefined;
  const waiting = reason.isCycle
    ? [...reason.waiting, ...stuckBehind(log, reason.waiting)]
    : reason.waiting;
  const nodes = new Map<string, WaitNode>();
  const edges = new Map<string, WaitEdge>();
  const add = (edge: WaitEdge): void => {
    for (const node of [edge.from, edge.to]) nodes.set(keyOf(node), node);
    if (!edges.has(keyOf(edge.from))) edges.set(keyOf(edge.from), edge);
  };
  waiting.forEach((each, place) => {
    const isInCircle = reason.isCycle && place < reason.waiting.length;
    for (const edge of edgesOf(log, each, isInCircle)) add(edge);
  });
  return { nodes: [...nodes.values()], edges: [...edges.values()], waiting };
}

/** A node by name, as nodes are told apart. */
export function keyOf({ kind, id }: WaitNode): string {
  return `${kind} ${id}`;
}

function edgesOf(log: TraceLog, waiting: Waiting, isInCircle: boolean): readonly WaitEdge[] {
  const { task, object, holder } = waiting;
  const from: WaitNode = { kind: 'task', id: task };
  const last: WaitNode = { kind: 'task', id: holder };
  if (object < 0) return holder < 0 ? [] : [{ from, to: last, link: 'ends', isInCircle }];
  const middle: WaitNode = { kind: 'object', id: object };
  const wants: WaitEdge = { from, to: middle, link: 'wants', isInCircle };
  if (holder < 0) return [wants];
  const link = log.objects[object]?.type === 'future' ? 'worked' : 'held';
  return [wants, { from: middle, to: last, link, isInCircle }];
}

/** Those outside the circle who wait, through whomever, for somebody in it. */
function stuckBehind(log: TraceLog, circle: readonly Waiting[]): readonly Waiting[] {
  const inside = new Set(circle.map(({ task }) => task));
  const others = new Map<number, Waiting>();
  for (const each of momentAt(log, log.steps.length - 1).tasks) {
    const found = inside.has(each.task) ? undefined : waitingOf(log, each);
    if (found !== undefined) others.set(each.task, found);
  }
  const leadsInside = (first: Waiting): boolean => {
    const passed = new Set<number>();
    let at: Waiting | undefined = first;
    while (at !== undefined && !passed.has(at.task)) {
      if (inside.has(at.holder)) return true;
      passed.add(at.task);
      at = others.get(at.holder);
    }
    return false;
  };
  return [...others.values()].filter(leadsInside);
}

function waitingOf(log: TraceLog, { task, line, state }: TaskMoment): Waiting | undefined {
  if (state.kind === 'joining') {
    return { task, line, object: -1, holder: state.other, heldSince: -1 };
  }
  if (state.kind !== 'blocked') return undefined;
  const hold = holdAt(log, state.object, log.steps.length - 1);
  const { holder, since } = hold ?? { holder: -1, since: -1 };
  return { task, line, object: state.object, holder, heldSince: since };
}
