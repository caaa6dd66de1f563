import type { ShellMessages } from '../../messages/shell.en';

/** What a key on the page asks for. */
export type Command =
  | 'run'
  | 'explore'
  | 'backToExploration'
  | 'share'
  | 'beScheduler'
  | 'takeOver'
  | 'pick'
  | 'undoPick'
  | 'playPause'
  | 'stepBack'
  | 'stepForward'
  | 'laneBack'
  | 'laneForward'
  | 'first'
  | 'last'
  | 'zoomIn'
  | 'zoomOut'
  | 'scale'
  | 'goTo'
  | 'objectChange'
  | 'search'
  | 'help'
  | 'leave';

type GroupName = keyof ShellMessages['help']['groups'];

export interface KeyGroup {
  readonly group: GroupName;
  readonly keys: readonly (readonly [Command, string])[];
}

/** Every key of the page, as the help sheet lists them; `Mod` is Ctrl, or Cmd on a Mac. */
export const KEYS: readonly KeyGroup[] = [
  {
    group: 'program',
    keys: [
      ['run', 'Mod+Enter'],
      ['explore', 'Mod+E'],
      ['backToExploration', 'e'],
      ['share', 'Mod+S'],
    ],
  },
  {
    group: 'scheduler',
    keys: [
      ['beScheduler', 'b'],
      ['takeOver', 'h'],
      ['pick', '1–9'],
      ['undoPick', 'Backspace'],
    ],
  },
  {
    group: 'moving',
    keys: [
      ['playPause', 'Space'],
      ['stepBack', '←'],
      ['stepForward', '→'],
      ['laneBack', 'Shift+←'],
      ['laneForward', 'Shift+→'],
      ['first', 'Home'],
      ['last', 'End'],
      ['goTo', 'g'],
      ['objectChange', 'o'],
    ],
  },
  {
    group: 'picture',
    keys: [
      ['zoomIn', '+'],
      ['zoomOut', '-'],
      ['scale', 't'],
      ['search', '/'],
    ],
  },
  {
    group: 'page',
    keys: [
      ['help', '?'],
      ['leave', 'Esc'],
    ],
  },
];

/** The parts of a keyboard event that decide. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  ' ': 'playPause',
  ArrowLeft: 'stepBack',
  ArrowRight: 'stepForward',
  Home: 'first',
  End: 'last',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  _: 'zoomOut',
  t: 'scale',
  e: 'backToExploration',
  b: 'beScheduler',
  h: 'takeOver',
  Backspace: 'undoPick',
  g: 'goTo',
  o: 'objectChange',
  '/': 'search',
  '?': 'help',
};

/** Keys that act wherever the focus is, the editor included. */
export function anywhereCommand(stroke: Stroke): Command | undefined {
  if (!(stroke.ctrlKey || stroke.metaKey) || stroke.altKey || stroke.shiftKey) return undefined;
  if (stroke.key === 'Enter') return 'run';
  const key = stroke.key.toLowerCase();
  if (key === 'e') return 'explore';
  return key === 's' ? 'share' : undefined;
}

/** Keys that act where nothing else takes keys. */
export function plainCommand(stroke: Stroke): Command | undefined {
  const isMod = stroke.ctrlKey || stroke.metaKey;
  if (isMod && !stroke.altKey && !stroke.shiftKey && stroke.key.toLowerCase() === 'z') {
    return 'undoPick';
  }
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return undefined;
  if (stroke.shiftKey && stroke.key === 'ArrowLeft') return 'laneBack';
  if (stroke.shiftKey && stroke.key === 'ArrowRight') return 'laneForward';
  if (/^[1-9]$/.test(stroke.key)) return 'pick';
  return PLAIN[stroke.key] ?? PLAIN[stroke.key.toLowerCase()];
}
