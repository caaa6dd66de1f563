import type { Turn } from '../../messages/turns';
import type { HandoverKind } from '../../trace/handovers';
import type { TraceLog } from '../../trace/log';
import type { Scale } from './viewport';

/** What the timeline is given; it keeps nothing but where it looks. */
export interface TimelineProps {
  log: TraceLog;
  step: number;
  scale?: Scale;
  /** -1 for none, also of objects. */
  selectedTask?: number;
  selectedObject?: number;
  hiddenArrows?: ReadonlySet<HandoverKind>;
  /** Without the overview strip. */
  isCompact?: boolean;
  /** The scale has room for at least so many units, so that two pictures have the same. */
  extent?: number;
  /** A step to point out, -1 for none. */
  difference?: number;
  /** Where the reader is the scheduler: who can go on, and why others cannot. */
  turns?: readonly Turn[];
  onturn?: (task: number) => void;
  onseek: (step: number) => void;
  onselecttask?: (task: number) => void;
  onselectobject?: (object: number) => void;
}
