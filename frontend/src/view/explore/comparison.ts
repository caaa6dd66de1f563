/** Which two executions are seen beside each other, by their schedules; empty for none. */
export interface Comparison {
  readonly upper: string;
  readonly lower: string;
  /** Shows another one beside the lower. */
  readonly choose: (schedule: string) => void;
}
