import type { ShellMessages } from '../messages/shell.en';
import { ServiceError } from '../wire/api/client';
import { MalformedTrace } from '../wire/trace/shape';

/** A sentence that says what happened and what can be done about it. */
export interface Notice {
  readonly id: number;
  readonly tone: 'problem' | 'info';
  /** In the reader's language, at the time it is read. */
  readonly text: (shell: ShellMessages) => string;
  readonly actionLabel?: (shell: ShellMessages) => string;
  readonly action?: () => void;
}

export type NewNotice = Omit<Notice, 'id'>;

const SHOWN_MAX = 3;

/** What stands on top of the page until it is dismissed. */
export class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #count = 0;

  add(notice: NewNotice): void {
    this.list = [...this.list, { ...notice, id: this.#count++ }].slice(-SHOWN_MAX);
  }

  /** Says what went wrong; `retry` is offered where trying again can help. */
  fail(error: unknown, sentences: ProblemSentences = {}, retry?: () => void): void {
    const text = (shell: ShellMessages): string => sentenceOf(error, shell, sentences);
    const canRetry = retry !== undefined && isWorthRetrying(error);
    this.add({
      tone: 'problem',
      text,
      ...(canRetry ? { action: retry, actionLabel: (shell) => shell.problems.retry } : {}),
    });
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}

/** What a caller knows better than the answer: the sentence for a status. */
export type ProblemSentences = Readonly<Record<number, (shell: ShellMessages) => string>>;

function sentenceOf(error: unknown, shell: ShellMessages, known: ProblemSentences): string {
  if (error instanceof MalformedTrace) return shell.problems.malformed(error.message);
  if (!(error instanceof ServiceError)) throw error;
  switch (error.kind) {
    case 'network':
      return shell.problems.network;
    case 'malformed':
      return shell.problems.malformed(error.detail);
    case 'problem':
      return problemSentence(error, shell, known);
    default:
      return error.kind satisfies never;
  }
}

function problemSentence(
  error: ServiceError,
  shell: ShellMessages,
  known: ProblemSentences,
): string {
  const sentence = known[error.status];
  if (sentence !== undefined) return sentence(shell);
  if (error.detail !== '' && error.status < 500) return error.detail;
  if (error.status === 429 || error.status === 503) return shell.problems.tooMany;
  return error.status === 404 ? shell.problems.notFound : shell.problems.server;
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ServiceError && (error.kind === 'network' || error.status >= 500);
}
