import type { Explored } from '../entries';
import { type Finding, findingOf } from '../findings';

/** What can count as one step. */
export type Atomicity = 'language' | 'gil' | 'free-threaded';

/** How two findings about one program differ. */
export type Difference =
  /** Nobody can say yet. */
  | 'unknown'
  /** It fails under neither, or under both. */
  | 'none'
  /** It fails only where each read and write is a step. */
  | 'language'
  /** It fails only where unordered accesses are an error. */
  | 'free-threaded'
  /** It fails only where CPython hands the GIL over, as can be where not all was seen. */
  | 'gil';

/** What is known of each, as far as the program was explored under it. */
export type Known = Readonly<Partial<Record<Atomicity, Explored>>>;

/** What it makes of a program where it is interrupted. */
export function differenceOf(known: Known): Difference {
  const wrong = (atomicity: Atomicity): boolean | undefined => {
    const account = known[atomicity];
    return account && isSure(findingOf(account)) ? isWrong(findingOf(account)) : undefined;
  };
  const [language, gil, free] = [wrong('language'), wrong('gil'), wrong('free-threaded')];
  if (language !== undefined && gil !== undefined && language !== gil) {
    return language ? 'language' : 'gil';
  }
  if (free === true && (language === false || gil === false)) {
    return language === false ? 'free-threaded' : 'language';
  }
  return [language, gil, free].filter((each) => each !== undefined).length > 1 ? 'none' : 'unknown';
}

/** Whether more executions could not turn it into its opposite. */
function isSure(finding: Finding): boolean {
  return finding.kind !== 'nothing' && finding.kind !== 'unfound' && finding.kind !== 'cut';
}

function isWrong({ kind }: Finding): boolean {
  return kind === 'wrong' || kind === 'racing' || kind === 'stuck';
}
