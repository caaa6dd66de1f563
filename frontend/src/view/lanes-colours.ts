/** How many colours lanes have; further tasks take them round again. */
export const LANE_COLOURS = 12;

/** The colour of a task wherever it appears, as a CSS value. */
export function laneColour(task: number): string {
  return `var(--lane-${laneNumber(task)})`;
}

/** Which of the lane colours a task has. */
export function laneNumber(task: number): number {
  return ((task % LANE_COLOURS) + LANE_COLOURS) % LANE_COLOURS;
}
