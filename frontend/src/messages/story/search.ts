import type { TraceLog } from '../../trace/log';
import { plain } from './pieces';
import { storyOf } from './story-of';
import type { StoryMessages } from './story.en';

/** How many sentences are read before others get a chance. */
const SENTENCES_AT_ONCE = 2000;

/**
 * The steps from `from` on whose sentence contains all words asked for, given piece by piece so
 * that a long trace does not hold up the page.
 */
export function* stepsSaying(
  log: TraceLog,
  messages: StoryMessages,
  asked: string,
): Generator<readonly number[], void, void> {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  let found: number[] = [];
  for (let step = 0; step < log.steps.length; step++) {
    const sentence = plain(storyOf(log, step, messages)).toLowerCase();
    if (words.every((word) => sentence.includes(word))) found.push(step);
    if ((step + 1) % SENTENCES_AT_ONCE === 0) {
      yield found;
      found = [];
    }
  }
  yield found;
}
