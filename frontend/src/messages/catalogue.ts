import { shellEn, type ShellMessages } from './shell.en';
import { shellKo } from './shell.ko';
import { verdictEn, type VerdictMessages } from './verdict.en';
import { verdictKo } from './verdict.ko';

/** The languages of the page. */
export type Locale = 'en' | 'ko';

/** Every text of the page; a key missing in one language does not compile. */
export interface Messages {
  readonly shell: ShellMessages;
  readonly verdict: VerdictMessages;
}

export const catalogue: Readonly<Record<Locale, Messages>> = {
  en: { shell: shellEn, verdict: verdictEn },
  ko: { shell: shellKo, verdict: verdictKo },
};
