import { MalformedTrace } from '../trace/shape';
import { fetchRun, ServiceError } from './client';
import { decodeMessage } from './decode';
import { backoffMillis, newLines } from './sequence';
import type { Run, RunState, StreamMessage } from './types';

/** What one who watches a run hears, in the order it happens. */
export interface Watcher {
  state(state: RunState, place: number | undefined): void;
  entries(lines: readonly string[]): void;
  end(run: Run): void;
  /** The connection is gone; the next attempt is in `retryMillis`. */
  lost(retryMillis: number): void;
  /** There will be nothing more: the run is unknown, or what came cannot be read. */
  failed(error: ServiceError): void;
}

/** The parts of a WebSocket the stream uses. */
export interface Socket {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  close(): void;
}

export type Connect = (runId: string, from: number) => Socket;

/** Watches a run from an entry on, over as many connections as it takes, without gap or repeat. */
export class RunStream {
  #have: number;
  #attempts = 0;
  #socket: Socket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(
    readonly runId: string,
    have: number,
    readonly watcher: Watcher,
    readonly connect: Connect = connectToService,
  ) {
    this.#have = have;
    this.#open();
  }

  /** Stops watching; the run itself goes on. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  /** Tries at once instead of waiting, for instance because the network is back. */
  retryNow(): void {
    if (this.#isOver || this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#open();
  }

  #open(): void {
    const socket = this.connect(this.runId, this.#have);
    this.#socket = socket;
    socket.onmessage = (event) => {
      if (this.#socket === socket && !this.#isOver) this.#read(event.data);
    };
    socket.onclose = () => {
      if (this.#socket === socket && !this.#isOver) void this.#reconnect();
    };
  }

  #read(data: unknown): void {
    try {
      const message = decodeMessage(String(data));
      if (message !== undefined) this.#take(message);
    } catch (error) {
      if (!(error instanceof MalformedTrace || error instanceof SyntaxError)) throw error;
      this.#fail(new ServiceError('malformed', error.message));
    }
  }

  #take(message: StreamMessage): void {
    switch (message.kind) {
      case 'state':
        this.#attempts = 0;
        return this.watcher.state(message.state, message.place);
      case 'entries': {
        this.#attempts = 0;
        const lines = newLines(this.#have, message.from, message.lines);
        if (lines === undefined) return this.#socket?.close();
        this.#have += lines.length;
        return this.watcher.entries(lines);
      }
      case 'end':
        this.close();
        return this.watcher.end(message.run);
      default:
        return message satisfies never;
    }
  }

  async #reconnect(): Promise<void> {
    const retryMillis = backoffMillis(this.#attempts++);
    this.watcher.lost(retryMillis);
    if (this.#attempts > 1 && (await this.#isUnknown())) return;
    if (this.#isOver) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#open();
    }, retryMillis);
  }

  /** A socket that is refused does not say why; the run's own address does. */
  async #isUnknown(): Promise<boolean> {
    try {
      await fetchRun(this.runId);
      return false;
    } catch (error) {
      const isUnknown = error instanceof ServiceError && error.status === 404;
      if (isUnknown) this.#fail(error);
      return isUnknown;
    }
  }

  #fail(error: ServiceError): void {
    this.close();
    this.watcher.failed(error);
  }
}

function connectToService(runId: string, from: number): Socket {
  const address = new URL(`/api/runs/${encodeURIComponent(runId)}/stream`, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('from', String(from));
  return new WebSocket(address);
}
