import { shareProgram, shareRun } from '../wire/api/client';
import type { Desk } from './desk.svelte';
import type { Notices } from './notices.svelte';
import type { Playback } from './playback.svelte';
import type { Runner } from './runner.svelte';

/** Makes the short link to what is on the page, at the moment shown. */
export class Sharing {
  link = $state('');
  hasRun = $state(false);
  isCopied = $state(false);

  constructor(
    readonly desk: Desk,
    readonly runner: Runner,
    readonly playback: Playback,
    readonly notices: Notices,
  ) {}

  /** Whether there is a link now, in `link`; what stood in the way is said. */
  async make(): Promise<boolean> {
    const { desk, runner } = this;
    if (runner.isBusy || runner.phase === 'loading') {
      this.notices.add({ tone: 'info', text: (shell) => shell.share.wait });
      return false;
    }
    const { run } = runner;
    const isOfRun = run !== undefined && run.source === desk.source;
    try {
      const path = await this.#pathOf(isOfRun ? run.id : undefined);
      const step = isOfRun && this.playback.step >= 0 ? `#step=${this.playback.step}` : '';
      this.link = location.origin + path + step;
      this.hasRun = isOfRun;
      await this.copy();
      return true;
    } catch (error) {
      this.notices.fail(error, {}, () => void this.make());
      return false;
    }
  }

  async #pathOf(run: string | undefined): Promise<string> {
    const { original } = this.desk;
    if (this.desk.isReadOnly && run === original.run) return original.path;
    const made = await (run === undefined ? shareProgram(this.desk.program()) : shareRun(run));
    return made.path;
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link);
      this.isCopied = true;
    } catch {
      this.isCopied = false;
      this.notices.add({ tone: 'info', text: (shell) => shell.problems.clipboard });
    }
  }
}
