import { HIDDEN_AT_FIRST, type HandoverKind } from '../trace/handovers';

export type ResultTab = 'output' | 'story' | 'verdict';
export type NarrowTab = 'editor' | 'timeline' | 'objects' | 'result';
export type Sheet = 'none' | 'help' | 'gallery' | 'share' | 'goTo';

/** What of the page is open or in front; nothing here is about the program. */
export class ViewState {
  isNarrow = $state(false);
  scale = $state<'steps' | 'time'>('steps');
  resultTab = $state<ResultTab>('output');
  narrowTab = $state<NarrowTab>('editor');
  hiddenArrows = $state.raw<ReadonlySet<HandoverKind>>(HIDDEN_AT_FIRST);
  sheet = $state<Sheet>('none');
  isUnwalled = $state(false);
  /** Lines of the program the reader asked about. */
  markedLines = $state.raw<readonly number[]>([]);

  toggleArrow(kind: HandoverKind): void {
    const next = new Set(this.hiddenArrows);
    if (!next.delete(kind)) next.add(kind);
    this.hiddenArrows = next;
  }

  toggle(sheet: Sheet): void {
    this.sheet = this.sheet === sheet ? 'none' : sheet;
  }
}
