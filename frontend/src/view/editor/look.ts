import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const frame = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-code)',
    fontSize: 'var(--size-code)',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--gap-2) 0' },
  '.cm-line': { padding: '0 var(--gap-3) 0 var(--gap-1)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ink-faint)',
    border: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.1em', padding: '0 0 0 var(--gap-1)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--hover) 55%, transparent)',
  },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'var(--code-selection)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--pressed)', outline: 'none' },
  '.braid-gutter': { width: '2.25rem' },
  '.braid-gutter .cm-gutterElement': { display: 'flex', alignItems: 'center' },
  '.braid-dots': { display: 'flex', justifyContent: 'flex-end', width: '100%' },
  '.braid-dot': {
    width: '0.6rem',
    height: '0.6rem',
    marginLeft: '-0.15rem',
    borderRadius: '50%',
    border: '2px solid var(--lane)',
    backgroundColor: 'var(--panel)',
  },
  '.braid-dot-running': { backgroundColor: 'var(--lane)' },
  '.cm-line.braid-current': {
    backgroundColor: 'color-mix(in srgb, var(--lane) 14%, transparent) !important',
    boxShadow: 'inset 3px 0 var(--lane)',
  },
  '.cm-line.braid-marked': {
    backgroundColor: 'var(--warn-soft) !important',
    boxShadow: 'inset 3px 0 var(--warn)',
  },
  '.cm-line.braid-failing': {
    backgroundColor: 'var(--bad-soft) !important',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.braid-ghost': {
    display: 'inline-flex',
    gap: 'var(--gap-3)',
    marginLeft: '2.5ch',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--size-small)',
    fontStyle: 'italic',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    userSelect: 'none',
    textDecoration: 'none',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.className,
    ],
    color: 'var(--code-definition)',
    fontWeight: '600',
  },
  { tag: tags.meta, color: 'var(--code-number)' },
]);

/** How the editor looks; every colour is a token, so both themes fit without a change here. */
export const editorLook: Extension = [frame, syntaxHighlighting(colours)];
