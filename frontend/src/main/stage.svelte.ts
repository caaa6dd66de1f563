import { searchOf } from '../wire/api/search';
import { fetchGallery, fetchSnippet, fetchSnippetTrace } from '../wire/api/client';
import { type Example, type Program, SEARCH, SETTINGS, SOURCE_BYTES_MAX } from '../wire/api/types';
import { DEFAULT_SOURCE } from './default-example';
import { type Desk, type Original, replayOf } from './desk.svelte';
import type { Notices } from './notices.svelte';
import type { Playback } from './playback.svelte';
import { addressOf, HOME, isSameStage, type Page, pathOf, type Place, placeOf } from './route';
import type { Runner } from './runner.svelte';

const HOME_ORIGINAL: Original = { path: '/', source: DEFAULT_SOURCE, settings: SETTINGS };

/** How long the reader stands at a step before the address names it. */
const ADDRESS_DELAY_MILLIS = 250;

/** A run there is already, and the step of it to stand at. */
interface Known {
  readonly run?: string | undefined;
  readonly step?: number | undefined;
}

/** What one person does on the page: goes to places, runs what lies on the desk, forks. */
export class Stage {
  place = $state.raw<Place>({ page: HOME });
  isOpening = $state(false);
  #examples: Promise<readonly Example[]> | undefined;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  #visit = 0;
  #laid: Promise<void> = Promise.resolve();

  constructor(
    readonly desk: Desk,
    readonly runner: Runner,
    readonly playback: Playback,
    readonly notices: Notices,
  ) {}

  /** The gallery, asked for once; asked again after a failure. */
  examples(): Promise<readonly Example[]> {
    this.#examples ??= fetchGallery().catch((error: unknown) => {
      this.#examples = undefined;
      throw error;
    });
    return this.#examples;
  }

  /** Begins at the address the page was opened with. */
  begin(): void {
    void this.#visitPlace(placeOf(new URL(location.href)));
  }

  /** The address changed under us: back, forward, or a typed step. */
  addressChanged(): void {
    const place = placeOf(new URL(location.href));
    if (!isSameStage(place, this.place)) {
      void this.#visitPlace(place);
      return;
    }
    this.place = place;
    if (place.step !== undefined && place.step !== this.playback.step) {
      this.playback.seekWhenThere(place.step);
    }
  }

  /** Goes to a place as a link does. */
  go(page: Page): void {
    this.notices.clear();
    this.#push({ page });
    void this.#visitPlace({ page });
  }

  /** Lets the address name the moment, once the reader stands still. */
  standsAt(step: number): void {
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => {
      if (this.playback.last < 0 || this.runner.isBusy || this.runner.phase === 'loading') return;
      const place = { ...this.place, step: step < 0 ? undefined : step };
      this.place = place;
      history.replaceState(null, '', addressOf(place));
    }, ADDRESS_DELAY_MILLIS);
  }

  /** Runs what lies on the desk; a program still on its way is waited for. */
  run(): Promise<void> {
    return this.#runAs(() => this.desk.program());
  }

  /** Goes to a run of the program that is on the page already. */
  goToRun(run: string): void {
    const place = { page: this.place.page, run };
    this.notices.clear();
    this.#push(place);
    void this.#visitPlace(place);
  }

  /** Explores what lies on the desk. */
  explore(): Promise<void> {
    return this.#runAs(() => this.desk.exploration());
  }

  /** Counts where the reader has gone: what was asked for earlier is not wanted any more. */
  get visit(): number {
    return this.#visit;
  }

  /** What lies on the desk can be run: a saved program as an own copy. */
  async isReady(): Promise<boolean> {
    const asked = this.#visit;
    await this.#laid;
    if (asked !== this.#visit || this.runner.isBusy || !this.#isRunnable()) return false;
    if (this.desk.isReadOnly) this.fork();
    this.notices.clear();
    return true;
  }

  /** The address names a run that is on the page already. */
  nameRun(place: Place, as: 'new' | 'same'): void {
    this.#visit++;
    this.#push(place, as);
  }

  async #runAs(program: () => Program): Promise<void> {
    if (!(await this.isReady())) return;
    const visit = ++this.#visit;
    const run = await this.runner.start(program());
    if (run === undefined || visit !== this.#visit) return;
    this.desk.wasRunAs(run.id);
    this.#push({ page: this.place.page, run: run.id });
  }

  /** Shows one execution of the exploration on the page, in a run there is already or a new one. */
  async play(schedule: string, known: Known = {}): Promise<void> {
    const exploration = this.runner.run;
    if (exploration === undefined) return;
    this.notices.clear();
    const visit = ++this.#visit;
    const run =
      known.run === undefined
        ? await this.runner.start(replayOf(exploration, schedule))
        : await this.runner.open(known.run, known.step);
    if (visit !== this.#visit) return;
    if (run === undefined) {
      await this.#visitPlace(this.place);
      return;
    }
    const { page } = this.place;
    const of = page.kind === 'snippet' ? {} : { exploration: exploration.id };
    this.#push({ page, run: run.id, ...of });
  }

  /** Where the exploration is that the run on the page is one execution of. */
  get exploration(): Place | undefined {
    const { page, run, exploration } = this.place;
    if (page.kind === 'snippet') return run === undefined ? undefined : { page };
    return exploration === undefined ? undefined : { page, run: exploration };
  }

  /** Goes back from one execution to the exploration it is of. */
  backToExploration(): void {
    const place = this.exploration;
    if (place === undefined) return;
    this.notices.clear();
    this.#push(place);
    void this.#visitPlace(place);
  }

  /** Makes an own copy of a saved program: the draft of the start page. */
  fork(): void {
    const { source, settings, search } = this.desk;
    const before = this.desk.drafts.read('/');
    this.desk.open(HOME_ORIGINAL);
    this.desk.type(source);
    this.desk.choose(settings);
    this.desk.look(search);
    this.#push({ page: HOME });
    if (before !== undefined && before.source !== source && before.source !== DEFAULT_SOURCE) {
      this.#offerBack(before.source);
    }
  }

  #offerBack(source: string): void {
    this.notices.add({
      tone: 'info',
      text: (shell) => shell.editor.putAside,
      actionLabel: (shell) => shell.editor.bringBack,
      action: () => this.desk.type(source),
    });
  }

  #isRunnable(): boolean {
    const { source } = this.desk;
    const bytes = new TextEncoder().encode(source).length;
    if (source.trim() === '') {
      this.notices.add({ tone: 'problem', text: (shell) => shell.editor.empty });
      return false;
    }
    if (bytes > SOURCE_BYTES_MAX) {
      const kibibytes = Math.ceil(bytes / 1024);
      this.notices.add({
        tone: 'problem',
        text: (shell) => shell.editor.tooLong(kibibytes, SOURCE_BYTES_MAX / 1024),
      });
      return false;
    }
    return true;
  }

  #push(place: Place, as: 'new' | 'same' = 'new'): void {
    clearTimeout(this.#addressTimer);
    this.place = place;
    if (as === 'new') history.pushState(null, '', addressOf(place));
    else history.replaceState(null, '', addressOf(place));
  }

  async #visitPlace(place: Place): Promise<void> {
    clearTimeout(this.#addressTimer);
    const visit = ++this.#visit;
    this.place = place;
    this.isOpening = true;
    this.runner.leave(place.step);
    const laying = this.#lay(place, visit);
    this.#laid = laying.catch(() => undefined);
    try {
      await laying;
      if (place.run !== undefined && visit === this.#visit) {
        await this.#showRun(place.run, place);
      }
    } catch (error) {
      if (visit === this.#visit) this.#failed(error, place);
    } finally {
      if (visit === this.#visit) this.isOpening = false;
    }
  }

  async #lay(place: Place, visit: number): Promise<void> {
    const { page } = place;
    switch (page.kind) {
      case 'home':
        this.desk.open(HOME_ORIGINAL);
        break;
      case 'example':
        await this.#layExample(page.name, visit);
        break;
      case 'snippet':
        return this.#laySnippet(page.id, place.run, visit);
      case 'unknown':
        this.desk.open(HOME_ORIGINAL);
        this.notices.add({ tone: 'problem', text: (shell) => shell.problems.notFound });
        return;
      default:
        return page satisfies never;
    }
  }

  async #layExample(name: string, visit: number): Promise<void> {
    const example = (await this.examples()).find((each) => each.name === name);
    if (visit !== this.#visit) return;
    if (example === undefined) {
      this.desk.open(HOME_ORIGINAL);
      this.notices.add({ tone: 'problem', text: (shell) => shell.problems.exampleNotFound(name) });
      return;
    }
    const path = pathOf({ kind: 'example', name });
    const { source, settings } = example;
    const search = searchOf(settings);
    const asked = search === undefined ? { settings } : { settings: SETTINGS, search };
    this.desk.open({ path, source, ...asked, example });
  }

  async #laySnippet(id: string, run: string | undefined, visit: number): Promise<void> {
    const snippet = await fetchSnippet(id);
    if (visit !== this.#visit) return;
    const { source, settings, file } = snippet;
    const search = searchOf(settings);
    this.desk.open({
      path: pathOf({ kind: 'snippet', id }),
      source,
      settings: search === undefined ? settings : SETTINGS,
      search: search ?? SEARCH,
      file,
      isReadOnly: true,
      ...(snippet.run === undefined ? {} : { run: snippet.run.id }),
    });
    if (snippet.run !== undefined && run === undefined)
      await this.runner.show(snippet.run, fetchSnippetTrace(id));
  }

  /** A run someone else started is shown with its own code, one of ours with our draft. */
  async #showRun(id: string, { page, step, exploration }: Place): Promise<void> {
    const run = await this.runner.open(id, step);
    if (run === undefined || page.kind === 'snippet') return;
    const isOurs = this.desk.run !== undefined && [id, exploration].includes(this.desk.run);
    if (isOurs) return;
    // One execution of an exploration brings its schedule, which is not how to run the next one.
    if (exploration === undefined) this.desk.adopt(run);
    else this.desk.source = run.source;
  }

  #failed(error: unknown, place: Place): void {
    this.desk.open(HOME_ORIGINAL);
    const isSnippet = place.page.kind === 'snippet';
    this.notices.fail(
      error,
      isSnippet ? { 404: (shell) => shell.problems.snippetNotFound } : {},
      () => void this.#visitPlace(place),
    );
  }
}
