import { exploreEn, type ExploreMessages } from './explore.en';
import { exploreKo } from './explore.ko';
import { pictureEn, type PictureMessages } from './picture.en';
import { pictureKo } from './picture.ko';
import { schedulerEn, type SchedulerMessages } from './scheduler.en';
import { schedulerKo } from './scheduler.ko';
import { shellEn, type ShellMessages } from './shell.en';
import { shellKo } from './shell.ko';
import { storyEn, type StoryMessages } from './story/story.en';
import { storyKo } from './story/story.ko';
import { verdictEn, type VerdictMessages } from './verdict.en';
import { verdictKo } from './verdict.ko';

/** The languages of the page. */
export type Locale = 'en' | 'ko';

/** Every text of the page; a key missing in one language does not compile. */
export interface Messages {
  readonly explore: ExploreMessages;
  readonly picture: PictureMessages;
  readonly scheduler: SchedulerMessages;
  readonly shell: ShellMessages;
  readonly story: StoryMessages;
  readonly verdict: VerdictMessages;
}

export const catalogue: Readonly<Record<Locale, Messages>> = {
  en: {
    explore: exploreEn,
    picture: pictureEn,
    scheduler: schedulerEn,
    shell: shellEn,
    story: storyEn,
    verdict: verdictEn,
  },
  ko: {
    explore: exploreKo,
    picture: pictureKo,
    scheduler: schedulerKo,
    shell: shellKo,
    story: storyKo,
    verdict: verdictKo,
  },
};
