import type { TraceLog } from '../../trace/log';
import { taskNameAt, taskStateAt } from '../../trace/moment';
import { keyOf, type WaitEdge, type WaitGraph, type WaitNode } from '../../trace/judging/wait-graph';
import { arranged, type Box, isCrowded } from './arrangement';
import { type Arrow, arrowBetween } from './arrows';

export interface PicturedNode {
  readonly key: string;
  readonly node: WaitNode;
  readonly name: string;
  /** The name, as much of it as there is room for. */
  readonly label: string;
  readonly box: Box;
  readonly isInCircle: boolean;
  readonly hasEnded: boolean;
}

export interface PicturedEdge {
  readonly key: string;
  readonly edge: WaitEdge;
  readonly arrow: Arrow;
}

/** A graph with everything in its place. */
export interface PicturedGraph {
  readonly nodes: readonly PicturedNode[];
  readonly edges: readonly PicturedEdge[];
  readonly width: number;
  readonly height: number;
  /** There is no room for words beside the arrows. */
  readonly isCrowded: boolean;
  /** How many are left out because they would only be more of the same. */
  readonly left: number;
}

const LABEL_CHARACTERS_MAX = 22;
const CHARACTER_PIXELS = 7.3;
const WIDE_CHARACTER_PIXELS = 12.5;
const PADDING_PIXELS = 22;
const HEIGHT_PIXELS = 26;
/** More waiters than these for one thing say no more than its name in the list. */
const WAITERS_MAX = 5;
const LEVEL_MAX = 24;
const DEPTH_MAX = 6;
/** A larger circle is told in words only. */
const CIRCLE_MAX = 40;

/** The graph as it is drawn; nothing where it is too large to be looked at. */
export function picturedGraph(graph: WaitGraph, log: TraceLog): PicturedGraph | undefined {
  const inCircle = new Set(
    graph.edges.flatMap(({ isInCircle, from, to }) => (isInCircle ? [from, to].map(keyOf) : [])),
  );
  if (inCircle.size > CIRCLE_MAX || graph.nodes.length === 0) return undefined;
  const { nodes, edges } = withoutCrowd(graph, inCircle);
  const named = nodes.map((node) => ({ node, key: keyOf(node), name: nameOf(node, log) }));
  const sizes = new Map(
    named.map(({ key, name }) => [key, { width: widthOf(labelOf(name)), height: HEIGHT_PIXELS }]),
  );
  const next = new Map(edges.map(({ from, to }) => [keyOf(from), keyOf(to)]));
  const inCircleWay = isCrowded(inCircle.size) ? 'slight' : 'bent';
  const { boxes, width, height } = arranged({ sizes, next });
  return {
    nodes: named.flatMap(({ node, key, name }) => {
      const box = boxes.get(key);
      const isInCircle = inCircle.has(key);
      const hasEnded = hasTaskEnded(node, log);
      return box ? [{ key, node, name, label: labelOf(name), box, isInCircle, hasEnded }] : [];
    }),
    edges: edges.flatMap((edge) => {
      const [from, to] = [boxes.get(keyOf(edge.from)), boxes.get(keyOf(edge.to))];
      if (!from || !to) return [];
      const arrow = arrowBetween(from, to, edge.isInCircle ? inCircleWay : 'straight');
      return [{ key: from.key, edge, arrow }];
    }),
    width,
    height,
    isCrowded: isCrowded(inCircle.size),
    left: graph.nodes.length - nodes.length,
  };
}

/** Of many who wait for the same outside the circle the first, and nobody behind the others. */
function withoutCrowd(
  graph: WaitGraph,
  inCircle: ReadonlySet<string>,
): Pick<WaitGraph, 'nodes' | 'edges'> {
  const before = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    if (inCircle.has(keyOf(from))) continue;
    const waiters = before.get(keyOf(to)) ?? [];
    if (waiters.length < WAITERS_MAX) before.set(keyOf(to), [...waiters, keyOf(from)]);
  }
  const leading = new Set(graph.edges.map(({ from }) => keyOf(from)));
  const ends = graph.nodes.map(keyOf).filter((key) => !leading.has(key));
  const shown = new Set<string>();
  let level = [...inCircle, ...ends];
  for (let depth = 0; depth <= DEPTH_MAX && level.length > 0; depth++) {
    for (const key of level) shown.add(key);
    level = level.flatMap((key) => before.get(key) ?? []).slice(0, LEVEL_MAX);
  }
  return {
    nodes: graph.nodes.filter((node) => shown.has(keyOf(node))),
    edges: graph.edges.filter(({ from, to }) => shown.has(keyOf(from)) && shown.has(keyOf(to))),
  };
}

function nameOf({ kind, id }: WaitNode, log: TraceLog): string {
  return kind === 'task'
    ? taskNameAt(log, id, log.steps.length - 1)
    : log.objects[id]?.name || `#${id}`;
}

function hasTaskEnded({ kind, id }: WaitNode, log: TraceLog): boolean {
  return kind === 'task' && taskStateAt(log, id, log.steps.length - 1).kind === 'ended';
}

function labelOf(name: string): string {
  return name.length <= LABEL_CHARACTERS_MAX ? name : `${name.slice(0, LABEL_CHARACTERS_MAX - 1)}…`;
}

function widthOf(label: string): number {
  const pixels = [...label].map((character) =>
    character > '\u1100' ? WIDE_CHARACTER_PIXELS : CHARACTER_PIXELS,
  );
  return PADDING_PIXELS + pixels.reduce((sum, each) => sum + each, 0);
}
