import { nextChangeOfObject, nextOfTask, previousOfTask } from '../playback/position';
import { anywhereCommand, type Command, plainCommand } from '../view/help/keys';
import type { Bench } from './bench';

/** What only the drawn page can do. */
export interface PageParts {
  zoomIn(): void;
  zoomOut(): void;
  searchStory(): void;
}

/** Turns keys into what they stand for. */
export class CommandDesk {
  constructor(
    readonly bench: Bench,
    readonly parts: PageParts,
  ) {}

  key(event: KeyboardEvent): void {
    const anywhere = anywhereCommand(event);
    if (anywhere !== undefined) {
      event.preventDefault();
      if (!event.repeat) this.do(anywhere);
      return;
    }
    if (event.defaultPrevented || this.bench.view.sheet !== 'none' || takesKeys(event)) return;
    const command = plainCommand(event);
    if (command === undefined) return;
    if (isOfScheduler(command) && !this.bench.scheduler.isOn) return;
    event.preventDefault();
    if (command === 'pick') this.bench.scheduler.pickNumber(Number(event.key));
    else this.do(command);
  }

  do(command: Command): void {
    const { scheduler, view, stage } = this.bench;
    switch (command) {
      case 'run':
        if (view.isNarrow) view.narrowTab = 'timeline';
        return void stage.run();
      case 'explore':
        if (view.isNarrow) view.narrowTab = 'timeline';
        return void stage.explore();
      case 'beScheduler':
        return this.#beScheduler();
      case 'takeOver':
        return void scheduler.takeOver();
      case 'pick':
        return;
      case 'undoPick':
        return scheduler.undo();
      case 'backToExploration':
        return stage.backToExploration();
      case 'share':
        return void this.#share();
      case 'goTo':
        if (this.bench.playback.last >= 0) view.sheet = 'goTo';
        return;
      case 'help':
        return view.toggle('help');
      case 'scale':
        view.scale = view.scale === 'steps' ? 'time' : 'steps';
        return;
      case 'zoomIn':
        return this.parts.zoomIn();
      case 'zoomOut':
        return this.parts.zoomOut();
      case 'search':
        return this.parts.searchStory();
      case 'leave':
        return;
      default:
        return this.#move(command);
    }
  }

  #beScheduler(): void {
    const { scheduler, view } = this.bench;
    if (scheduler.isOn || scheduler.isAsking) return void scheduler.leave();
    if (view.isNarrow) view.narrowTab = 'timeline';
    void scheduler.start();
  }

  #move(command: Moving): void {
    const { playback } = this.bench;
    const { log, step } = playback;
    if (playback.last < 0) return;
    switch (command) {
      case 'playPause':
        return playback.apply({ kind: 'toggle' });
      case 'stepBack':
        return playback.seek(step - 1);
      case 'stepForward':
        return playback.seek(step + 1);
      case 'laneBack':
        return playback.seek(previousOfTask(log, step, this.#lane()));
      case 'laneForward':
        return playback.seek(nextOfTask(log, step, this.#lane()));
      case 'first':
        return playback.seek(-1);
      case 'last':
        return playback.seek(playback.last);
      case 'objectChange':
        return playback.seek(nextChangeOfObject(log, step, playback.selectedObject));
      default:
        return command satisfies never;
    }
  }

  /** The selected lane, or that of the step shown. */
  #lane(): number {
    const { selectedTask, log, step } = this.bench.playback;
    return selectedTask >= 0 ? selectedTask : (log.steps[Math.max(step, 0)]?.task ?? 0);
  }

  async #share(): Promise<void> {
    if (await this.bench.sharing.make()) this.bench.view.sheet = 'share';
  }
}

type Moving =
  | 'playPause'
  | 'stepBack'
  | 'stepForward'
  | 'laneBack'
  | 'laneForward'
  | 'first'
  | 'last'
  | 'objectChange';

/** Keys that belong to the browser until the reader is the scheduler. */
function isOfScheduler(command: Command): boolean {
  return command === 'pick' || command === 'undoPick';
}

/** Whether what has the focus uses this key itself. */
function takesKeys(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[popover]:popover-open') !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range' || event.key === ' ';
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  const presses = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
  return (presses || target.tagName === 'SUMMARY') && event.key === ' ';
}
