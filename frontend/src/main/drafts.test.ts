import { expect, test } from 'vitest';
import { SEARCH, SETTINGS } from '../wire/api/types';
import { Drafts, type Store } from './drafts';

const KEPT = { settings: SETTINGS, search: SEARCH };

function shelf(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('each_page_has_a_draft_of_its_own', () => {
  const drafts = new Drafts(shelf());
  drafts.write('/', { source: 'a', ...KEPT, settings: { ...SETTINGS, seed: 7 }, run: 'r1' });
  drafts.write('/examples/x', { source: 'b', ...KEPT });
  expect(drafts.read('/')).toEqual({
    source: 'a',
    ...KEPT,
    settings: { ...SETTINGS, seed: 7 },
    run: 'r1',
  });
  expect(drafts.read('/examples/x')?.source).toBe('b');
  drafts.remove('/');
  expect(drafts.read('/')).toBeUndefined();
});

test('a_draft_that_cannot_be_read_is_no_draft', () => {
  const store = shelf();
  for (const text of ['', '{', 'null', '{"source":5}', '{"source":"a","settings":{"seed":"x"}}']) {
    store.setItem('braid.draft:/', text);
    expect(new Drafts(store).read('/')).toBeUndefined();
  }
});

test('a_browser_that_forbids_storing_has_no_drafts_and_no_errors', () => {
  const full: Store = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  new Drafts(full).write('/', { source: 'a', ...KEPT });
  expect(new Drafts(undefined).read('/')).toBeUndefined();
});

test('how_explore_looks_is_kept_and_a_draft_from_before_looks_as_usual', () => {
  const store = shelf();
  const drafts = new Drafts(store);
  const search = { ...SEARCH, bound: 2, strategy: 'pos' } as const;
  drafts.write('/', { source: 'a', settings: SETTINGS, search });
  expect(drafts.read('/')?.search).toEqual(search);
  store.setItem('braid.draft:/', '{"source":"a"}');
  expect(drafts.read('/')?.search).toEqual(SEARCH);
});
