import { RangeSet, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  gutter,
  GutterMarker,
  WidgetType,
} from '@codemirror/view';
import { laneColour } from '../lanes-colours';
import type { SourceMark } from './marks';

/** What is drawn into the source: where tasks stand, and the line of an exception, 0 for none. */
export interface Marking {
  readonly marks: readonly SourceMark[];
  readonly failingLine: number;
  /** Lines the reader asked about, as those of a race. */
  readonly markedLines: readonly number[];
  /** What the gutter's dots say, for those who do not see them. */
  readonly describe: (names: string) => string;
}

const NOTHING: Marking = { marks: [], failingLine: 0, markedLines: [], describe: (names) => names };
const DOTS_MAX = 4;
const GHOSTS_MAX = 3;

/** Replaces what is drawn. */
export const setMarking = StateEffect.define<Marking>();

interface Drawn {
  readonly dots: RangeSet<GutterMarker>;
  readonly decorations: DecorationSet;
}

class Dots extends GutterMarker {
  constructor(
    readonly marks: readonly SourceMark[],
    readonly label: string,
  ) {
    super();
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Dots && other.key === this.key;
  }

  get key(): string {
    return this.label + this.marks.map((mark) => `${mark.task}${mark.isRunning}`).join();
  }

  override toDOM(): Node {
    const box = document.createElement('span');
    box.className = 'braid-dots';
    box.title = this.label;
    for (const mark of this.marks.slice(0, DOTS_MAX)) {
      const dot = document.createElement('span');
      dot.className = mark.isRunning ? 'braid-dot braid-dot-running' : 'braid-dot';
      dot.style.setProperty('--lane', laneColour(mark.task));
      box.append(dot);
    }
    return box;
  }
}

class Ghost extends WidgetType {
  constructor(readonly marks: readonly SourceMark[]) {
    super();
  }

  override eq(other: Ghost): boolean {
    return other.key === this.key;
  }

  get key(): string {
    return this.marks.map((mark) => `${mark.task}:${mark.ghost}`).join('|');
  }

  override toDOM(): HTMLElement {
    const box = document.createElement('span');
    box.className = 'braid-ghost';
    for (const mark of this.marks.slice(0, GHOSTS_MAX)) {
      const text = document.createElement('span');
      text.textContent = mark.ghost;
      text.style.color = laneColour(mark.task);
      box.append(text);
    }
    const more = this.marks.length - GHOSTS_MAX;
    if (more > 0) box.append(`+${more}`);
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function byLine(marks: readonly SourceMark[], doc: Text): Map<number, SourceMark[]> {
  const lines = new Map<number, SourceMark[]>();
  for (const mark of [...marks].sort((one, other) => one.line - other.line)) {
    if (mark.line > doc.lines) continue;
    const there = lines.get(mark.line);
    if (there === undefined) lines.set(mark.line, [mark]);
    else there.push(mark);
  }
  return lines;
}

function draw({ marks, failingLine, markedLines, describe }: Marking, doc: Text): Drawn {
  const dots = [];
  const decorations = [];
  for (const [line, here] of byLine(marks, doc)) {
    const { from, to } = doc.line(line);
    dots.push(new Dots(here, describe(here.map((mark) => mark.name).join(', '))).range(from));
    const runner = here.find((mark) => mark.isRunning);
    if (runner !== undefined) {
      const style = `--lane: ${laneColour(runner.task)}`;
      decorations.push(
        Decoration.line({ class: 'braid-current', attributes: { style } }).range(from),
      );
    }
    const held = here.filter((mark) => mark.ghost !== '');
    if (held.length > 0) {
      decorations.push(Decoration.widget({ widget: new Ghost(held), side: 1 }).range(to));
    }
  }
  if (failingLine > 0 && failingLine <= doc.lines) {
    const { from } = doc.line(failingLine);
    decorations.push(Decoration.line({ class: 'braid-failing' }).range(from));
  }
  for (const line of new Set(markedLines)) {
    if (line < 1 || line > doc.lines) continue;
    decorations.push(Decoration.line({ class: 'braid-marked' }).range(doc.line(line).from));
  }
  return { dots: RangeSet.of(dots, true), decorations: Decoration.set(decorations, true) };
}

const drawn = StateField.define<Drawn>({
  create: (state) => draw(NOTHING, state.doc),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarking)) return draw(effect.value, transaction.newDoc);
    }
    if (!transaction.docChanged) return value;
    return {
      dots: value.dots.map(transaction.changes),
      decorations: value.decorations.map(transaction.changes),
    };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

class Spacer extends GutterMarker {
  override toDOM(): Node {
    const box = document.createElement('span');
    box.className = 'braid-dots';
    return box;
  }
}

/** The gutter with the dots, the ghost texts, the tinted line of the task that runs. */
export function sourceMarks(): Extension {
  return [
    drawn,
    gutter({
      class: 'braid-gutter',
      markers: (view) => view.state.field(drawn).dots,
      initialSpacer: () => new Spacer(),
    }),
  ];
}
