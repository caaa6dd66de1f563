import {
  exploringSettings,
  manualSettings,
  replaySettings,
  searchOf,
  settingsOfRun,
} from '../wire/api/search';
import {
  type Example,
  type Program,
  type Run,
  SEARCH,
  type Search,
  SETTINGS,
  type Settings,
} from '../wire/api/types';
import { FILE } from './default-example';
import type { Drafts } from './drafts';

/** What a page offers to work on before anything is typed. */
export interface Original {
  readonly path: string;
  readonly source: string;
  readonly settings: Settings;
  readonly search?: Search;
  readonly file?: string;
  readonly example?: Example;
  readonly isReadOnly?: boolean;
  /** The run a saved program was saved with. */
  readonly run?: string;
}

/** The program in the editor: its text, how it is to be run, and where it came from. */
export class Desk {
  source = $state('');
  settings = $state.raw<Settings>(SETTINGS);
  search = $state.raw<Search>(SEARCH);
  original = $state.raw<Original>({ path: '/', source: '', settings: SETTINGS });
  #run: string | undefined;

  constructor(readonly drafts: Drafts) {}

  get isReadOnly(): boolean {
    return this.original.isReadOnly === true;
  }

  get isChanged(): boolean {
    return this.source !== this.original.source;
  }

  /** The run this draft was last run as. */
  get run(): string | undefined {
    return this.#run;
  }

  /** Lays out what was typed here before, or the original. */
  open(original: Original): void {
    const draft = original.isReadOnly === true ? undefined : this.drafts.read(original.path);
    this.original = original;
    this.source = draft?.source ?? original.source;
    this.settings = settingsOfRun(draft?.settings ?? original.settings);
    this.search = draft?.search ?? original.search ?? SEARCH;
    this.#run = draft?.run;
  }

  type(source: string): void {
    this.source = source;
    this.#save();
  }

  choose(settings: Settings): void {
    this.settings = settingsOfRun(settings);
    this.#save();
  }

  look(search: Search): void {
    this.search = search;
    this.#save();
  }

  /** Lays out what somebody else ran: its code, and how it was run or explored. */
  adopt({ source, settings }: Run): void {
    const search = searchOf(settings);
    this.source = source;
    if (search === undefined) this.settings = settingsOfRun(settings);
    else this.search = search;
  }

  wasRunAs(run: string): void {
    this.#run = run;
    this.#save();
  }

  reset(): void {
    this.drafts.remove(this.original.path);
    this.source = this.original.source;
    this.settings = this.original.settings;
    this.search = this.original.search ?? SEARCH;
  }

  program(): Program {
    return {
      language: 'python',
      file: this.original.file ?? FILE,
      source: this.source,
      settings: this.settings,
    };
  }

  /** The same, to be executed many times. */
  exploration(): Program {
    return { ...this.program(), settings: exploringSettings(this.settings, this.search) };
  }

  /** The same, to be decided by hand from the start. */
  manual(): Program {
    return { ...this.program(), settings: manualSettings(this.settings, this.search) };
  }

  #save(): void {
    if (this.isReadOnly) return;
    this.drafts.write(this.original.path, {
      source: this.source,
      settings: this.settings,
      search: this.search,
      run: this.#run,
    });
  }
}

/** The one execution of a program that a schedule replays. */
export function replayOf({ language, file, source }: Program, schedule: string): Program {
  return { language, file, source, settings: replaySettings(schedule) };
}
