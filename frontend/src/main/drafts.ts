import { search as decodeSearch, settings as decodeSettings } from '../wire/api/decode';
import { SEARCH, type Search, SETTINGS, type Settings } from '../wire/api/types';
import { shape } from '../wire/trace/shape';

/** What was typed on one page of this browser, and the run it was last run as. */
export interface Draft {
  readonly source: string;
  readonly settings: Settings;
  /** How Explore looks. */
  readonly search: Search;
  readonly run?: string | undefined;
}

/** The part of a browser's storage the drafts need. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'braid.draft:';

/** The drafts of this browser, one for each page; a browser that forbids storing has none. */
export class Drafts {
  constructor(readonly store: Store | undefined) {}

  read(path: string): Draft | undefined {
    try {
      const text = this.store?.getItem(PREFIX + path);
      return text === undefined || text === null ? undefined : decode(JSON.parse(text));
    } catch {
      return undefined; // Written by another version or cut off: as if there were none.
    }
  }

  write(path: string, draft: Draft): void {
    this.#try((store) => store.setItem(PREFIX + path, JSON.stringify(draft)));
  }

  remove(path: string): void {
    this.#try((store) => store.removeItem(PREFIX + path));
  }

  #try(change: (store: Store) => void): void {
    try {
      if (this.store !== undefined) change(this.store);
    } catch {
      // Storage is full or forbidden: the draft lives as long as the page.
    }
  }
}

function decode(value: unknown): Draft | undefined {
  const from = shape(value, 'a draft');
  const { source, run, settings, search } = from;
  if (typeof source !== 'string') return undefined;
  return {
    source,
    settings: settings === undefined ? SETTINGS : decodeSettings(shape(settings, 'settings')),
    search: search === undefined ? SEARCH : decodeSearch(shape(search, 'a search')),
    run: typeof run === 'string' ? run : undefined,
  };
}

/** The storage of this browser, where it may be used. */
export function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
