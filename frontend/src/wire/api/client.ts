import { MalformedTrace } from '../trace/shape';
import { decodeAbout, decodeGallery, decodeRun, decodeSnippet, decodeSnippetLink } from './decode';
import type { About, Example, Program, Run, Snippet, SnippetLink } from './types';

/**
 * What went wrong between the page and the service: the network, an answer that says so (`status`
 * and `detail` of its problem document), or an answer that cannot be read.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly kind: 'network' | 'problem' | 'malformed',
    readonly detail: string,
    readonly status = 0,
  ) {
    super(`${kind} ${status}: ${detail}`);
  }
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    throw new ServiceError('network', error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The problem document (RFC 9457) of an answer, or what can be said without one. */
async function problemOf(response: Response): Promise<ServiceError> {
  let detail = '';
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'detail' in body) {
      detail = typeof body.detail === 'string' ? body.detail : '';
    }
  } catch {
    // No document, for instance from a proxy in between: the status has to do.
  }
  return new ServiceError('problem', detail, response.status);
}

async function decoded<T>(response: Response, decode: (value: unknown) => T): Promise<T> {
  try {
    return decode(await response.json());
  } catch (error) {
    if (error instanceof MalformedTrace || error instanceof SyntaxError) {
      throw new ServiceError('malformed', error.message);
    }
    throw new ServiceError('network', error instanceof Error ? error.message : String(error));
  }
}

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

export async function startRun(program: Program): Promise<Run> {
  return decoded(await ask('/api/runs', posted(program)), decodeRun);
}

export async function fetchRun(id: string): Promise<Run> {
  return decoded(await ask(`/api/runs/${encodeURIComponent(id)}`), decodeRun);
}

export async function stopRun(id: string): Promise<void> {
  await ask(`/api/runs/${encodeURIComponent(id)}/stop`, { method: 'POST' });
}

export async function fetchRunTrace(id: string): Promise<readonly string[]> {
  return linesOf(await ask(`/api/runs/${encodeURIComponent(id)}/trace`));
}

export async function fetchSnippet(id: string): Promise<Snippet> {
  return decoded(await ask(`/api/snippets/${encodeURIComponent(id)}`), decodeSnippet);
}

export async function fetchSnippetTrace(id: string): Promise<readonly string[]> {
  return linesOf(await ask(`/api/snippets/${encodeURIComponent(id)}/trace`));
}

/** Saves a finished run: its code, its settings and its trace. */
export async function shareRun(run: string): Promise<SnippetLink> {
  return decoded(await ask('/api/snippets', posted({ run })), decodeSnippetLink);
}

/** Saves a program that has not been run. */
export async function shareProgram(program: Program): Promise<SnippetLink> {
  return decoded(await ask('/api/snippets', posted(program)), decodeSnippetLink);
}

export async function fetchGallery(): Promise<readonly Example[]> {
  return decoded(await ask('/api/gallery'), decodeGallery);
}

export async function fetchAbout(): Promise<About> {
  return decoded(await ask('/api/about'), decodeAbout);
}

async function linesOf(response: Response): Promise<readonly string[]> {
  try {
    return (await response.text()).split('\n').filter((line) => line !== '');
  } catch (error) {
    throw new ServiceError('network', error instanceof Error ? error.message : String(error));
  }
}
