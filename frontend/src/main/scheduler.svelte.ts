import { messages } from '../messages/locale.svelte';
import { type Decision, decisionsOf, linesUpTo, placeAfter, placeBehind } from '../trace/decisions';
import type { TraceLog } from '../trace/log';
import { outcomeOf, SeenOutcomes } from '../trace/outcomes';
import type { Program, Run } from '../wire/api/types';
import { byHand, type Continued, picking } from '../wire/schedule';
import { type Desk, replayOf } from './desk.svelte';
import { executed } from './execution';
import type { Notices } from './notices.svelte';
import type { Playback } from './playback.svelte';
import type { Place } from './route';
import { RUN_PROBLEMS, type Runner } from './runner.svelte';
import type { Stage } from './stage.svelte';

/** The run behind what is decided: it goes on beyond the decision, which nobody sees. */
interface Hand {
  readonly run: Run;
  readonly lines: readonly string[];
  readonly log: TraceLog;
  readonly decisions: readonly Decision[];
}

/** Which of the decisions of a run is wanted next; their number for none. */
type Goal = (decisions: readonly Decision[]) => number;

const first: Goal = () => 0;

/** How long an answer may take before the page says that it waits. */
const SLOW_MILLIS = 300;

/**
 * The user as the scheduler. The run on the page is shown up to a decision and no further; picking a
 * task goes on along it, or asks for the run in which that task goes next.
 */
export class Scheduler {
  #hand = $state.raw<Hand | undefined>(undefined);
  /** Which of the hand's decisions is next; their number when the program has ended. */
  #place = $state(0);
  #asked = $state(0);
  #answered = $state(0);
  /** An answer is taking its time. */
  isSlow = $state(false);
  /** How many outcomes are known, when the one just reached is new. */
  newOutcome = $state<number | undefined>(undefined);
  #turn = 0;
  readonly #outcomes = new SeenOutcomes();

  constructor(
    readonly desk: Desk,
    readonly runner: Runner,
    readonly playback: Playback,
    readonly notices: Notices,
    readonly stage: Stage,
  ) {}

  /** Whether the page shows a run only as far as it is decided. */
  get isOn(): boolean {
    return this.#hand !== undefined && this.#hand.run === this.runner.run;
  }

  /** What is to be decided now; nothing when the program has ended. */
  get decision(): Decision | undefined {
    return this.isOn ? this.#hand?.decisions[this.#place] : undefined;
  }

  /** The answer to a pick is on its way. */
  get isAsking(): boolean {
    return this.#asked !== this.#answered;
  }

  get canUndo(): boolean {
    return this.isOn && this.#place > 0;
  }

  /** There never was a choice. */
  get isForced(): boolean {
    const hand = this.#hand;
    const hasPassed = hand?.log.verdict?.verdict === 'passed';
    return this.isOn && hasPassed && hand.decisions.length === 0;
  }

  /** Whether the run on the page is one to be taken over. */
  get canTakeOver(): boolean {
    const { phase, run, isExploration } = this.runner;
    return !this.isOn && phase === 'finished' && run !== undefined && !isExploration;
  }

  /** Whether taking it over is worth offering: a run of the simulated machine never can be. */
  get offersTakeOver(): boolean {
    const { run } = this.runner;
    if (run === undefined || !this.canTakeOver) return false;
    const continued = byHand(scheduleOf(run, this.playback.log));
    return continued.kind === 'schedule' || continued.by === 'tooLong';
  }

  /** Begins with the program on the desk, at its first decision. */
  async start(): Promise<void> {
    if (!(await this.stage.isReady())) return;
    const hand = await this.#ask(this.desk.manual(), first);
    if (hand === undefined) return;
    const { run: shown, isExploration } = this.runner;
    const of = isExploration ? shown?.id : this.stage.place.exploration;
    const exploration = shown?.source === this.desk.source ? of : undefined;
    if (exploration === undefined) this.desk.wasRunAs(hand.run.id);
    await this.#deal(hand, first, { ...this.stage.place, exploration });
  }

  /** Goes on by hand from the step of the run on the page that the reader stands at. */
  async takeOver(): Promise<void> {
    const { run } = this.runner;
    if (run === undefined || !this.canTakeOver) return;
    const { step, log } = this.playback;
    const to: Goal = (decisions) => placeBehind(decisions, step);
    const hand = await this.#continue(run, byHand(scheduleOf(run, log)), to);
    if (hand === undefined) return;
    if (this.desk.isReadOnly && this.stage.place.run === undefined) this.stage.fork();
    if (this.stage.place.exploration === undefined) this.desk.wasRunAs(hand.run.id);
    await this.#deal(hand, to, this.stage.place);
  }

  /** The decision falls on a task. */
  async pick(task: number): Promise<void> {
    const hand = this.#hand;
    const decision = this.decision;
    if (hand === undefined || decision === undefined || this.isAsking) return;
    if (!decision.options.some((option) => option.task === task)) return;
    const to: Goal = (decisions) => placeAfter(decisions, decision, task);
    const isCut = hand.log.verdict?.reason.kind === 'stopped' && !isReached(to, hand.decisions);
    if (task === decision.picked && !isCut) return this.#show(hand, to(hand.decisions));
    const picked = picking(scheduleOf(hand.run, hand.log), decision.choice, task);
    const next = await this.#continue(hand.run, picked, to);
    if (next !== undefined) await this.#deal(next, to, this.stage.place);
  }

  /** Picks by number, from 1. */
  pickNumber(number: number): void {
    const option = this.decision?.options[number - 1];
    if (option !== undefined) void this.pick(option.task);
  }

  /** Back to the decision before; what is asked for is not wanted any more. */
  undo(): void {
    if (this.isAsking) this.#forget();
    else if (this.canUndo) void this.#go(this.#place - 1);
  }

  /** Back to the first decision. */
  restart(): void {
    this.#forget();
    if (this.isOn) void this.#go(0);
  }

  /** Stops deciding: the run behind is shown whole, at the step reached. */
  async leave(): Promise<void> {
    this.#forget();
    const hand = this.#hand;
    if (hand === undefined || !this.isOn) return;
    const turn = ++this.#turn;
    const { step } = this.playback;
    const log = await this.playback.read(hand.lines);
    if (turn !== this.#turn || !this.isOn) return;
    this.#hand = undefined;
    this.playback.present(log, hand.lines);
    this.playback.seek(step);
  }

  /** What other runs and explorations of a program have shown is no news here. */
  notice(source: string, log: TraceLog): void {
    if (this.isOn) return;
    const outcome = outcomeOf(log);
    if (log.explored === undefined && outcome !== undefined) this.#outcomes.see(source, outcome);
    for (const ending of log.explored?.outcomes ?? []) this.#outcomes.see(source, ending);
  }

  async #continue(run: Run, continued: Continued, to: Goal): Promise<Hand | undefined> {
    this.notices.clear();
    if (continued.kind === 'hindered') {
      this.#say(() => messages().scheduler.hindered[continued.by]);
      return undefined;
    }
    const hand = await this.#ask(replayOf(run, continued.token), to);
    const verdict = hand?.log.verdict;
    if (verdict?.verdict !== 'rejected') return hand;
    this.#say(() => messages().scheduler.refused(verdict.detail));
    return undefined;
  }

  #say(text: () => string): void {
    const isOffered = !this.isOn;
    this.notices.add({
      tone: 'info',
      text,
      ...(isOffered
        ? { action: () => void this.start(), actionLabel: () => messages().scheduler.be }
        : {}),
    });
  }

  /** Runs a program unseen; nothing when that fails, or is not wanted any more. */
  async #ask(program: Program, to: Goal): Promise<Hand | undefined> {
    const asked = ++this.#asked;
    const { visit } = this.stage;
    const timer = setTimeout(() => (this.isSlow = asked === this.#asked), SLOW_MILLIS);
    const isWanted = (): boolean => asked === this.#asked && visit === this.stage.visit;
    try {
      const isEnough = (log: TraceLog): boolean => !isWanted() || isReached(to, decisionsOf(log));
      const execution = await executed(program, { isImpatient: true, isEnough });
      return isWanted() ? { ...execution, decisions: decisionsOf(execution.log) } : undefined;
    } catch (error) {
      if (isWanted()) this.notices.fail(error, RUN_PROBLEMS);
      return undefined;
    } finally {
      clearTimeout(timer);
      if (asked === this.#asked) this.#forget();
    }
  }

  #forget(): void {
    this.#answered = ++this.#asked;
    this.isSlow = false;
  }

  /** A run takes the place of the one on the page. */
  #deal(hand: Hand, to: Goal, { page, exploration }: Place): Promise<void> {
    const as = this.isOn ? 'same' : 'new';
    return this.#show(hand, to(hand.decisions), () => {
      this.runner.hold(hand.run);
      this.stage.nameRun({ page, run: hand.run.id, exploration }, as);
    });
  }

  #go(place: number): Promise<void> {
    return this.#hand === undefined ? Promise.resolve() : this.#show(this.#hand, place);
  }

  /** Everything about a place changes at once, unless the reader has gone elsewhere meanwhile. */
  async #show(hand: Hand, place: number, settle: () => void = () => undefined): Promise<void> {
    const turn = ++this.#turn;
    const { visit } = this.stage;
    const lines = linesUpTo(hand.lines, hand.decisions[place]);
    const log = await this.playback.read(lines);
    if (turn !== this.#turn || visit !== this.stage.visit) return;
    settle();
    this.#hand = hand;
    this.#place = place;
    this.playback.present(log, lines);
    const outcome = place < hand.decisions.length ? undefined : outcomeOf(hand.log);
    const { source } = hand.run;
    const isNew = outcome !== undefined && this.#outcomes.see(source, outcome);
    this.newOutcome = isNew ? this.#outcomes.count(source) : undefined;
  }
}

/** Whether a run that may never end has come far enough. */
function isReached(to: Goal, decisions: readonly Decision[]): boolean {
  return to(decisions) < decisions.length;
}

function scheduleOf(run: Run, log: TraceLog): string {
  return log.verdict?.schedule ?? run.schedule ?? '';
}
