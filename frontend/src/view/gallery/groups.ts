import type { Locale } from '../../messages/catalogue';
import type { Example } from '../../wire/api/types';

/** The examples of one topic, in the gallery's order. */
export interface Group {
  readonly topic: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

/** The examples whose texts or code contain every word of `wanted`, by topic. */
export function groupsOf(
  examples: readonly Example[],
  wanted: string,
  locale: Locale,
  topics: Readonly<Record<string, string>>,
): readonly Group[] {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    if (example.broken !== '') continue; // It is reached from the program it repairs.
    const text = [
      example.name,
      example.topic,
      example.title[locale],
      example.notice[locale],
      example.source,
    ]
      .join(' ')
      .toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(example.topic);
    if (group === undefined) groups.set(example.topic, [example]);
    else group.push(example);
  }
  return [...groups].map(([topic, list]) => ({
    topic,
    title: topics[topic] ?? topic,
    examples: list,
  }));
}
