import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backoffMillis, newLines } from './sequence';
import { RunStream, type Socket, type Watcher } from './stream';

/** The service's end of one connection. */
class FakeSocket implements Socket {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  isClosed = false;

  constructor(readonly from: number) {}

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.onclose?.(new Event('close') as CloseEvent);
  }

  sends(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent);
  }

  entries(from: number, ...lines: string[]): void {
    this.sends({ kind: 'entries', from, lines });
  }
}

const sockets: FakeSocket[] = [];
let heard: string[] = [];

const watcher: Watcher = {
  state: (state, place) => heard.push(place === undefined ? state : `${state} ${place}`),
  entries: (lines) => heard.push(...lines),
  end: (run) => heard.push(`end ${run.state}`),
  lost: () => heard.push('lost'),
  failed: (error) => heard.push(`failed ${error.status || error.kind}`),
};

const RUN = { id: 'r', state: 'finished', language: 'python', file: 'main.py', source: '' };

function watch(have = 0): RunStream {
  return new RunStream('r', have, watcher, (_id, from) => {
    const socket = new FakeSocket(from);
    sockets.push(socket);
    return socket;
  });
}

function newest(): FakeSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error('nothing has connected yet');
  return socket;
}

function answers(status: number): void {
  vi.stubGlobal('fetch', async () => Response.json({ ...RUN, state: 'running' }, { status }));
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets.length = 0;
  heard = [];
  answers(200);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a_run_is_heard_from_queue_to_end', () => {
  watch();
  newest().sends({ kind: 'state', state: 'queued', place: 3 });
  newest().sends({ kind: 'state', state: 'running' });
  newest().entries(0, 'a', 'b');
  newest().entries(2, 'c');
  newest().sends({ kind: 'end', run: RUN });
  expect(heard).toEqual(['queued 3', 'running', 'a', 'b', 'c', 'end finished']);
  expect(newest().isClosed).toBe(true);
});

test('a_lost_connection_goes_on_where_it_stopped', async () => {
  watch();
  newest().entries(0, 'a', 'b');
  newest().close();
  await vi.advanceTimersByTimeAsync(backoffMillis(0));
  expect(newest().from).toBe(2);
  newest().entries(2, 'c');
  expect(heard).toEqual(['a', 'b', 'lost', 'c']);
});

test('what_was_heard_before_is_not_heard_twice', () => {
  watch(2);
  newest().entries(0, 'a', 'b', 'c');
  newest().entries(1, 'b', 'c');
  newest().entries(3, 'd');
  expect(heard).toEqual(['c', 'd']);
});

test('a_gap_makes_it_ask_again_from_the_first_missing_entry', async () => {
  watch();
  newest().entries(0, 'a');
  newest().entries(5, 'f');
  await vi.advanceTimersByTimeAsync(backoffMillis(0));
  expect(newest().from).toBe(1);
  expect(heard).toEqual(['a', 'lost']);
});

test('a_run_nobody_knows_is_not_asked_for_for_ever', async () => {
  answers(404);
  watch();
  newest().close();
  await vi.advanceTimersByTimeAsync(backoffMillis(0));
  newest().close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual(['lost', 'lost', 'failed 404']);
  expect(sockets).toHaveLength(2);
});

test('one_who_has_left_hears_nothing_more', async () => {
  const stream = watch();
  stream.close();
  newest().entries(0, 'a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([]);
  expect(sockets).toHaveLength(1);
});

test('when_the_network_is_back_nobody_waits', () => {
  const stream = watch();
  newest().close();
  vi.advanceTimersByTime(0);
  return Promise.resolve().then(() => {
    stream.retryNow();
    expect(sockets).toHaveLength(2);
  });
});

test('what_cannot_be_read_ends_the_stream_with_a_reason', () => {
  watch();
  newest().sends({ kind: 'entries', from: 'x', lines: [] });
  expect(heard).toEqual(['failed malformed']);
});

test('a_kind_of_message_from_the_future_is_passed_over', () => {
  watch();
  newest().sends({ kind: 'weather', sky: 'blue' });
  newest().entries(0, 'a');
  expect(heard).toEqual(['a']);
});

test('waiting_doubles_up_to_eight_seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map(backoffMillis)).toEqual([
    250, 500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
});

test('new_lines_are_those_beyond_what_one_has', () => {
  expect(newLines(0, 0, ['a'])).toEqual(['a']);
  expect(newLines(3, 1, ['b', 'c', 'd'])).toEqual(['d']);
  expect(newLines(3, 0, ['a'])).toEqual([]);
  expect(newLines(1, 2, ['c'])).toBeUndefined();
});
