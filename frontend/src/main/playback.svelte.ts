import { type Player, PAUSED, play, type PlayerEvent } from '../playback/player';
import { last } from '../playback/position';
import { emptyLog, type TraceLog } from '../trace/log';
import { clampStep, momentAt } from '../trace/moment';

/** How many lines are decoded in one go, so that a long trace never stops the page. */
const LINES_PER_TURN = 4_000;

/** The trace that is shown, as far as it has come, and the moment the reader looks at. */
export class Playback {
  log = $state.raw<TraceLog>(emptyLog());
  player = $state.raw<Player>(PAUSED);
  selectedTask = $state(-1);
  selectedObject = $state(-1);
  /** The moment moves with the end as more arrives. */
  isFollowing = $state(true);
  #step = $state(-1);
  readonly moment = $derived(momentAt(this.log, this.#step));

  #waiting: string[] = [];
  #awaited: number | undefined;
  /** The lines of the log, where they were shown all at once. */
  #presented: readonly string[] = [];
  #turn = 0;

  get step(): number {
    return this.#step;
  }

  get last(): number {
    return last(this.log);
  }

  get isAtEnd(): boolean {
    return this.#step >= this.last;
  }

  /** Forgets the trace. `awaited` is the step to stand at as soon as it has come. */
  clear(awaited?: number): void {
    this.#turn++;
    this.#waiting = [];
    this.#presented = [];
    this.#awaited = awaited;
    this.log = emptyLog();
    this.player = { ...PAUSED, speed: this.player.speed };
    this.selectedTask = -1;
    this.selectedObject = -1;
    this.isFollowing = awaited === undefined;
    this.#step = -1;
  }

  /** Takes more lines of the trace, and shows them bit by bit. */
  async append(lines: readonly string[]): Promise<void> {
    const turn = this.#turn;
    const isBusy = this.#waiting.length > 0;
    for (const line of lines) this.#waiting.push(line);
    while (!isBusy && this.#waiting.length > 0 && turn === this.#turn) {
      await nextTurn();
      if (turn === this.#turn) this.#take(this.#waiting.splice(0, LINES_PER_TURN));
    }
  }

  /** The log of exactly these lines; what is on the page already is not read again. */
  read(lines: readonly string[]): Promise<TraceLog> {
    const shown = this.#presented;
    const goesOn = shown.length <= lines.length && shown.every((line, at) => line === lines[at]);
    const have = goesOn ? shown.length : 0;
    return readInTurns(lines.slice(have), have > 0 ? this.log : emptyLog());
  }

  /** Shows a log, read of these lines, and stands at its end. */
  present(log: TraceLog, lines: readonly string[]): void {
    const { selectedTask, selectedObject } = this;
    this.clear();
    this.log = log;
    this.#presented = lines;
    this.#step = this.last;
    if (selectedTask < log.tasks.length) this.selectedTask = selectedTask;
    if (selectedObject < log.objects.length) this.selectedObject = selectedObject;
  }

  #take(lines: readonly string[]): void {
    this.log = this.log.append(lines);
    if (this.#awaited !== undefined && this.#awaited <= this.last) {
      this.#step = this.#awaited;
      this.#awaited = undefined;
    } else if (this.isFollowing && !this.player.isPlaying) {
      this.#step = this.last;
    }
  }

  /** Goes to a step because the reader said so; going to the end means staying there. */
  seek(step: number): void {
    this.#awaited = undefined;
    this.#step = clampStep(this.log, step);
    this.isFollowing = this.isAtEnd;
    if (this.player.isPlaying) this.apply({ kind: 'pause' });
  }

  /** The step an address asks for, now or when it has come. */
  seekWhenThere(step: number): void {
    if (step <= this.last) this.seek(step);
    else {
      this.#awaited = step;
      this.isFollowing = false;
    }
  }

  apply(event: PlayerEvent): void {
    const before = this.player.isPlaying;
    const next = play(this.log, { player: this.player, step: this.#step }, event);
    if (next.player !== this.player) this.player = next.player;
    if (next.step !== this.#step) this.#step = next.step;
    if (before && !this.player.isPlaying) this.isFollowing = this.isAtEnd;
  }
}

/** The log with more lines, read without keeping the page waiting. */
export async function readInTurns(
  lines: readonly string[],
  before: TraceLog = emptyLog(),
): Promise<TraceLog> {
  let log = before;
  for (let from = 0; from < lines.length; from += LINES_PER_TURN) {
    if (from > 0) await nextTurn();
    log = log.append(lines.slice(from, from + LINES_PER_TURN));
  }
  return log;
}

/** After the page has had its turn: the next frame, or soon where no frames are drawn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else requestAnimationFrame(() => resolve());
  });
}
