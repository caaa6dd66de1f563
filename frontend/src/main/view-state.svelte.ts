export type ResultTab = 'output' | 'story' | 'verdict';
export type NarrowTab = 'editor' | 'timeline' | 'objects' | 'result';
export type Sheet = 'none' | 'help' | 'gallery' | 'share' | 'goTo';

/** What of the page is open or in front; nothing here is about the program. */
export class ViewState {
  isNarrow = $state(false);
  scale = $state<'steps' | 'time'>('steps');
  resultTab = $state<ResultTab>('output');
  narrowTab = $state<NarrowTab>('editor');
  sheet = $state<Sheet>('none');
  isUnwalled = $state(false);

  toggle(sheet: Sheet): void {
    this.sheet = this.sheet === sheet ? 'none' : sheet;
  }
}
