export type Theme = 'light' | 'dark';

const KEY = 'braid.theme';
const DARK = '(prefers-color-scheme: dark)';

function stored(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Light or dark: as the system says, until the reader chooses. */
class CurrentTheme {
  #chosen = $state<Theme | undefined>(stored());
  #isSystemDark = $state(matchMedia(DARK).matches);
  readonly current: Theme = $derived(this.#chosen ?? (this.#isSystemDark ? 'dark' : 'light'));

  constructor() {
    matchMedia(DARK).addEventListener('change', (event) => {
      this.#isSystemDark = event.matches;
    });
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Chosen for as long as the page lives.
    }
  }
}

export const theme = new CurrentTheme();
