import { catalogue, type Locale, type Messages } from './catalogue';

const KEY = 'braid.locale';

/** The language to begin with: what was chosen here before, else what the browser prefers. */
export function preferredLocale(chosen: string | null, languages: readonly string[]): Locale {
  if (chosen === 'en' || chosen === 'ko') return chosen;
  const known = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag): tag is Locale => tag === 'en' || tag === 'ko') ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is forbidden here: the choice lasts as long as the page.
  }
}

class CurrentLocale {
  #current = $state<Locale>(
    typeof navigator === 'undefined' ? 'en' : preferredLocale(stored(), navigator.languages),
  );

  get current(): Locale {
    return this.#current;
  }

  set current(locale: Locale) {
    this.#current = locale;
    try {
      localStorage.setItem(KEY, locale);
    } catch {
      // As above.
    }
  }
}

export const locale = new CurrentLocale();

/** The texts in the reader's language; reactive where it is read. */
export function messages(): Messages {
  return catalogue[locale.current];
}
