import type { Example } from '../wire/api/types';
import type { Locale } from './catalogue';
import type { ShellMessages } from './shell.en';

/** What an example is called; one that repairs another bears its name. */
export function exampleTitle(
  { title, broken }: Pick<Example, 'title' | 'broken'>,
  locale: Locale,
  { gallery }: ShellMessages,
): string {
  return broken === '' ? title[locale] : gallery.repairedTitle(title[locale]);
}
