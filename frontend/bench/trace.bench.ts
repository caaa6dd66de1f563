import { bench, describe } from 'vitest';
import { storyEn } from '../src/messages/story/story.en';
import { storyOf } from '../src/messages/story/story-of';
import { counting } from '../src/trace/fixtures/programs';
import { emptyLog } from '../src/trace/log';
import { momentAt } from '../src/trace/moment';

const lines = counting(8, 4400).lines;
const log = emptyLog().append(lines);
const count = log.steps.length;
const steps = Array.from({ length: 1000 }, (_, n) => (n * 7919) % count);

describe(`a trace of ${count} steps`, () => {
  bench('reading it at once', () => void emptyLog().append(lines), { iterations: 5, time: 0 });
  bench(
    'reading it 200 lines at a time',
    () => {
      let grown = emptyLog();
      for (let at = 0; at < lines.length; at += 200)
        grown = grown.append(lines.slice(at, at + 200));
    },
    { iterations: 5, time: 0 },
  );
  bench('1,000 moments', () => {
    for (const step of steps) momentAt(log, step);
  });
  bench('1,000 sentences', () => {
    for (const step of steps) storyOf(log, step, storyEn);
  });
});
