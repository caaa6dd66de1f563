import { createContext } from 'svelte';
import { Desk } from './desk.svelte';
import { browserStore, Drafts } from './drafts';
import { Notices } from './notices.svelte';
import { Pair } from './pair.svelte';
import { Playback } from './playback.svelte';
import { RulesSeen } from './rules-seen.svelte';
import { Runner } from './runner.svelte';
import { Scheduler } from './scheduler.svelte';
import { Sharing } from './sharing.svelte';
import { Stage } from './stage.svelte';
import { ViewState } from './view-state.svelte';

/** Everything the page is made of, built once and handed to its parts. */
export class Bench {
  readonly notices = new Notices();
  readonly playback = new Playback();
  readonly desk = new Desk(new Drafts(browserStore()));
  readonly runner = new Runner(this.playback, this.notices);
  readonly stage = new Stage(this.desk, this.runner, this.playback, this.notices);
  readonly sharing = new Sharing(this.desk, this.runner, this.playback, this.notices);
  readonly pair = new Pair();
  readonly rulesSeen = new RulesSeen();
  readonly scheduler = new Scheduler(
    this.desk,
    this.runner,
    this.playback,
    this.notices,
    this.stage,
  );
  readonly view = new ViewState();
}

export const [useBench, provideBench] = createContext<Bench>();
