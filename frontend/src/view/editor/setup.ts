import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorLook } from './look';
import { sourceMarks } from './source-marks';

/** What the editor tells its surroundings. */
export interface EditorEvents {
  change(source: string): void;
  /** Esc: the reader wants the keys of the page back. */
  leave(): void;
}

/** A Python editor without the keys that belong to the page (run, share). */
export function editorSetup(events: EditorEvents): Extension {
  return [
    sourceMarks(),
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of('    '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    python(),
    editorLook,
    keymap.of([
      { key: 'Escape', run: () => (events.leave(), true) },
      { key: 'Mod-Enter', run: () => true },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.change(update.state.doc.toString());
    }),
  ];
}
