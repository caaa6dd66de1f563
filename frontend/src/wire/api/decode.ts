import { flag, inside, integer, list, oneOf, shape, type Shape, text, texts } from '../trace/shape';
import { reason, VERDICTS } from '../trace/verdict';
import type {
  About,
  Bilingual,
  Example,
  Exploring,
  Program,
  Run,
  Search,
  Settings,
  Snippet,
  SnippetLink,
  StreamMessage,
} from './types';
import {
  ASYNCIO_ORDERS,
  ATOMICITIES,
  EXPLORE_STRATEGIES,
  EXPLORING,
  SEARCH,
  SETTINGS,
  STRATEGIES,
} from './types';

/** The member read by `read`, or nothing where it is absent or null. */
function optional<T>(
  from: Shape,
  member: string,
  read: (from: Shape, member: string) => T,
): T | undefined {
  const value = from[member];
  return value === undefined || value === null ? undefined : read(from, member);
}

function number(from: Shape, member: string): number {
  const value = from[member];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return integer(from, member);
}

export function settings(from: Shape): Settings {
  return {
    strategy:
      optional(from, 'strategy', (each, member) => oneOf(each, member, STRATEGIES)) ??
      SETTINGS.strategy,
    seed: optional(from, 'seed', integer) ?? SETTINGS.seed,
    atomicity:
      optional(from, 'atomicity', (each, member) => oneOf(each, member, ATOMICITIES)) ??
      SETTINGS.atomicity,
    asyncio:
      optional(from, 'asyncio', (each, member) => oneOf(each, member, ASYNCIO_ORDERS)) ??
      SETTINGS.asyncio,
    cores: optional(from, 'cores', integer) ?? SETTINGS.cores,
    gil: optional(from, 'gil', flag) ?? SETTINGS.gil,
    schedule: optional(from, 'schedule', text) ?? SETTINGS.schedule,
    ...exploreIn(from),
  };
}

/** Absent, rather than undefined, where nothing is explored: settings are compared and sent. */
function exploreIn(from: Shape): Pick<Settings, 'explore'> {
  const found = optional(from, 'explore', inside);
  return found === undefined ? {} : { explore: exploring(found) };
}

function exploring(from: Shape): Exploring {
  return {
    budget: optional(from, 'budget', integer) ?? EXPLORING.budget,
    bound: optional(from, 'bound', integer) ?? EXPLORING.bound,
    seconds: optional(from, 'seconds', integer) ?? EXPLORING.seconds,
  };
}

/** How Explore looks, as this browser kept it. */
export function search(from: Shape): Search {
  return {
    strategy:
      optional(from, 'strategy', (each, member) => oneOf(each, member, EXPLORE_STRATEGIES)) ??
      SEARCH.strategy,
    atomicity:
      optional(from, 'atomicity', (each, member) => oneOf(each, member, ATOMICITIES)) ??
      SEARCH.atomicity,
    asyncio:
      optional(from, 'asyncio', (each, member) => oneOf(each, member, ASYNCIO_ORDERS)) ??
      SEARCH.asyncio,
    ...exploring(from),
  };
}

function settingsIn(from: Shape): Settings {
  const found = optional(from, 'settings', inside);
  return found === undefined ? SETTINGS : settings(found);
}

function program(from: Shape): Program {
  return {
    language: text(from, 'language'),
    file: text(from, 'file'),
    source: text(from, 'source'),
    settings: settingsIn(from),
  };
}

export function decodeRun(value: unknown): Run {
  const from = shape(value, 'a run');
  return { ...program(from), ...runSummary(from) };
}

/** The part of a run that a snippet repeats; the program stands around it. */
function runSummary(from: Shape): Omit<Run, keyof Program> {
  return {
    id: text(from, 'id'),
    state: oneOf(from, 'state', ['queued', 'running', 'finished', 'interrupted']),
    place: optional(from, 'place', integer),
    verdict: optional(from, 'verdict', (each, member) => oneOf(each, member, VERDICTS)),
    detail: optional(from, 'detail', text),
    reason: optional(from, 'reason', (each, member) => reason(inside(each, member))),
    steps: optional(from, 'steps', integer),
    virtualMillis: optional(from, 'virtualMillis', number),
    wallMillis: optional(from, 'wallMillis', number),
    schedule: optional(from, 'schedule', text),
    traceHash: optional(from, 'traceHash', text),
    stderr: optional(from, 'stderr', text),
  };
}

export function decodeSnippet(value: unknown): Snippet {
  const from = shape(value, 'a snippet');
  const saved = program(from);
  const run = optional(from, 'run', inside);
  return {
    ...saved,
    id: text(from, 'id'),
    run: run === undefined ? undefined : { ...saved, ...runSummary(run) },
  };
}

export function decodeSnippetLink(value: unknown): SnippetLink {
  const from = shape(value, 'a link');
  return { id: text(from, 'id'), path: text(from, 'path') };
}

function bilingual(from: Shape): Bilingual {
  return { en: text(from, 'en'), ko: text(from, 'ko') };
}

export function decodeGallery(value: unknown): readonly Example[] {
  return list({ examples: value }, 'examples', (each) => {
    const from = shape(each, 'an example');
    return {
      name: text(from, 'name'),
      topic: text(from, 'topic'),
      title: bilingual(inside(from, 'title')),
      notice: bilingual(inside(from, 'notice')),
      source: text(from, 'source'),
      settings: settingsIn(from),
      verdict: optional(from, 'verdict', text) ?? '',
      repaired: optional(from, 'repaired', text) ?? '',
      broken: optional(from, 'broken', text) ?? '',
    };
  });
}

export function decodeAbout(value: unknown): About {
  const from = shape(value, 'a description of the service');
  return {
    version: optional(from, 'version', text) ?? '',
    isolation: text(from, 'isolation'),
  };
}

/** A message of a run's stream; nothing for a kind this page does not know yet. */
export function decodeMessage(json: string): StreamMessage | undefined {
  const from = shape(JSON.parse(json), 'a message');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'state':
      return {
        kind,
        state: oneOf(from, 'state', ['queued', 'running', 'finished', 'interrupted']),
        place: optional(from, 'place', integer),
      };
    case 'entries':
      return { kind, from: integer(from, 'from'), lines: texts(from, 'lines') };
    case 'end':
      return { kind, run: decodeRun(from['run']) };
    default:
      return undefined;
  }
}
