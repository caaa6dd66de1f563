import type { ShellMessages } from '../messages/shell.en';
import { SOURCE_BYTES_MAX } from '../wire/api/types';

/** What stands in the way of running a program, as the page says it; nothing where it can be run. */
export function whyNotRunnable(source: string): ((shell: ShellMessages) => string) | undefined {
  if (source.trim() === '') return (shell) => shell.editor.empty;
  const bytes = new TextEncoder().encode(source).length;
  if (bytes <= SOURCE_BYTES_MAX) return undefined;
  const kibibytes = Math.ceil(bytes / 1024);
  return (shell) => shell.editor.tooLong(kibibytes, SOURCE_BYTES_MAX / 1024);
}
