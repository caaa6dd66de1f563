import { shellEn, type ShellMessages } from './shell.en';
import { shellKo } from './shell.ko';

/** The languages of the page. */
export type Locale = 'en' | 'ko';

/** Every text of the page; a key missing in one language does not compile. */
export interface Messages {
  readonly shell: ShellMessages;
}

export const catalogue: Readonly<Record<Locale, Messages>> = {
  en: { shell: shellEn },
  ko: { shell: shellKo },
};
