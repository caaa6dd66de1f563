import type { TaskInfo } from './entries';

/** One row of the timeline. */
export interface LaneRow {
  readonly task: number;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  /** The tasks folded away into this row. */
  readonly inside: readonly number[];
}

/**
 * The rows from top to bottom: processes, in them their threads, in those their coroutines, each
 * in order of appearance; what is inside a folded task has no row of its own.
 */
export function laneRows(
  tasks: readonly TaskInfo[],
  folded: ReadonlySet<number>,
): readonly LaneRow[] {
  const children = new Map<number, number[]>();
  for (const info of tasks) {
    const group = groupOf(tasks, info);
    const siblings = children.get(group);
    if (siblings) siblings.push(info.task);
    else children.set(group, [info.task]);
  }
  const rows: LaneRow[] = [];
  const visit = (task: number, depth: number): void => {
    const inside = children.get(task) ?? [];
    const isFolded = folded.has(task) && inside.length > 0;
    rows.push({
      task,
      depth,
      hasChildren: inside.length > 0,
      isFolded,
      inside: isFolded ? descendants(children, task) : [],
    });
    if (!isFolded) for (const child of inside) visit(child, depth + 1);
  };
  for (const root of children.get(-1) ?? []) visit(root, 0);
  return rows;
}

/** Folded if it was not, and the other way round. */
export function toggled(folded: ReadonlySet<number>, task: number): ReadonlySet<number> {
  const next = new Set(folded);
  if (!next.delete(task)) next.add(task);
  return next;
}

/** A thread belongs to its process, a coroutine to the thread it was made on. */
function groupOf(tasks: readonly TaskInfo[], info: TaskInfo): number {
  if (info.type === 'process') return -1;
  if (info.type === 'thread') return tasks[info.process] ? info.process : -1;
  let parent = tasks[info.parent];
  for (let hops = 0; parent && hops < tasks.length; hops++) {
    if (parent.type === 'process' || parent.type === 'thread') return parent.task;
    parent = tasks[parent.parent];
  }
  return tasks[info.process] ? info.process : -1;
}

function descendants(children: ReadonlyMap<number, readonly number[]>, task: number): number[] {
  return (children.get(task) ?? []).flatMap((child) => [child, ...descendants(children, child)]);
}
