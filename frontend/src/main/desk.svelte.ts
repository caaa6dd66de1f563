import { type Example, type Program, SETTINGS, type Settings } from '../wire/api/types';
import { FILE } from './default-example';
import type { Drafts } from './drafts';

/** What a page offers to work on before anything is typed. */
export interface Original {
  readonly path: string;
  readonly source: string;
  readonly settings: Settings;
  readonly file?: string;
  readonly example?: Example;
  readonly isReadOnly?: boolean;
}

/** The program in the editor: its text, how it is to be run, and where it came from. */
export class Desk {
  source = $state('');
  settings = $state.raw<Settings>(SETTINGS);
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
    this.settings = draft?.settings ?? original.settings;
    this.#run = draft?.run;
  }

  type(source: string): void {
    this.source = source;
    this.#save();
  }

  choose(settings: Settings): void {
    this.settings = settings;
    this.#save();
  }

  wasRunAs(run: string): void {
    this.#run = run;
    this.#save();
  }

  reset(): void {
    this.drafts.remove(this.original.path);
    this.source = this.original.source;
    this.settings = this.original.settings;
  }

  program(): Program {
    return {
      language: 'python',
      file: this.original.file ?? FILE,
      source: this.source,
      settings: this.settings,
    };
  }

  #save(): void {
    if (this.isReadOnly) return;
    this.drafts.write(this.original.path, {
      source: this.source,
      settings: this.settings,
      run: this.#run,
    });
  }
}
