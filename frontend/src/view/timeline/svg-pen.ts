import type { Lean, Pen, TextStyle } from './pen';

/** A pen that writes an SVG document; widths of texts are asked of another pen. */
export class SvgPen implements Pen {
  readonly #parts: string[] = [];
  readonly #hatches = new Map<string, string>();
  readonly #rule: Pick<Pen, 'measure'>;
  readonly #family: string;
  #fill = '';
  #stroke = '';
  #dash = '';
  #clips = 0;

  constructor(rule: Pick<Pen, 'measure'>, family: string) {
    this.#rule = rule;
    this.#family = family;
  }

  /** The whole document; `title` is what a screen reader says. */
  finish(
    width: number,
    height: number,
    { title, background }: Readonly<Record<'title' | 'background', string>>,
  ): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${num(width)}" height="${num(height)}"`,
      ` viewBox="0 0 ${num(width)} ${num(height)}" role="img"`,
      ` font-family="${escaped(this.#family)}"><title>${escaped(title)}</title>`,
      `<defs>${[...this.#hatches.values()].join('')}</defs>`,
      `<rect width="100%" height="100%" fill="${background}"/>`,
      ...this.#parts,
      '</svg>',
    ].join('');
  }

  /** What is drawn inside stands shifted by so many pixels. */
  group(x: number, y: number, drawing: () => void): void {
    this.#parts.push(`<g transform="translate(${num(x)} ${num(y)})">`);
    drawing();
    this.#parts.push('</g>');
  }

  fill(colour: string, alpha: number): void {
    this.#fill = `fill="${colour}"${alpha < 1 ? ` fill-opacity="${num(alpha)}"` : ''}`;
  }

  hatch(colour: string, lean: Lean): void {
    const key = `${colour} ${lean}`;
    const id = `h${this.#hatches.has(key) ? [...this.#hatches.keys()].indexOf(key) : this.#hatches.size}`;
    if (!this.#hatches.has(key)) {
      const line =
        lean === 'rising' ? 'M-1 8L8 -1M-2 2L2 -2M5 9L9 5' : 'M-1 -1L8 8M-2 5L2 9M5 -2L9 2';
      const width = lean === 'rising' ? 1.9 : 1.1;
      this.#hatches.set(
        key,
        `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse">` +
          `<rect width="7" height="7" fill="${colour}" fill-opacity=".12"/>` +
          `<path d="${line}" stroke="${colour}" stroke-opacity=".85" stroke-width="${width}"/></pattern>`,
      );
    }
    this.#fill = `fill="url(#${id})"`;
  }

  stroke(colour: string, width: number, alpha: number): void {
    const faint = alpha < 1 ? ` stroke-opacity="${num(alpha)}"` : '';
    this.#stroke = `fill="none" stroke="${colour}" stroke-width="${num(width)}"${faint}`;
  }

  dash(dashes: readonly number[]): void {
    const round = dashes[0] === 0 ? ' stroke-linecap="round"' : '';
    this.#dash = dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.join(' ')}"${round}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#parts.push(`<rect ${area(x, y, width, height)} ${this.#fill}/>`);
  }

  box(x: number, y: number, width: number, height: number): void {
    const radius = num(Math.min(4, width / 2, height / 2));
    this.#parts.push(`<rect ${area(x, y, width, height)} rx="${radius}" ${this.#fill}/>`);
  }

  frame(x: number, y: number, width: number, height: number): void {
    const radius = num(Math.min(4, width / 2, height / 2));
    this.#parts.push(`<rect ${area(x, y, width, height)} rx="${radius}" ${this.#line}/>`);
  }

  disc(x: number, y: number, radius: number): void {
    this.#parts.push(`<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" ${this.#fill}/>`);
  }

  ring(x: number, y: number, radius: number): void {
    this.#parts.push(`<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" ${this.#line}/>`);
  }

  line(points: readonly number[]): void {
    this.#parts.push(`<polyline points="${points.map(num).join(' ')}" ${this.#line}/>`);
  }

  shape(points: readonly number[]): void {
    this.#parts.push(`<polygon points="${points.map(num).join(' ')}" ${this.#fill}/>`);
  }

  curve(points: readonly number[]): void {
    const [x = 0, y = 0, ...rest] = points;
    const path = `M${num(x)} ${num(y)}C${rest.map(num).join(' ')}`;
    this.#parts.push(`<path d="${path}" ${this.#line}/>`);
  }

  icon(path: string, x: number, y: number, size: number): void {
    const place = `translate(${num(x - size / 2)} ${num(y - size / 2)}) scale(${num(size / 16)})`;
    this.#parts.push(
      `<path d="${path}" transform="${place}" stroke-linecap="round" stroke-linejoin="round" ${this.#line}/>`,
    );
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    const anchor = { left: 'start', center: 'middle', right: 'end' }[style.align];
    this.#parts.push(
      `<text x="${num(x)}" y="${num(y)}" font-size="${style.size}" font-weight="${style.weight}"` +
        ` text-anchor="${anchor}" ${this.#fill}>${escaped(text)}</text>`,
    );
  }

  measure(text: string, style: TextStyle): number {
    return this.#rule.measure(text, style);
  }

  clip(x: number, y: number, width: number, height: number): void {
    const id = `c${this.#clips++}`;
    this.#parts.push(
      `<clipPath id="${id}"><rect ${area(x, y, width, height)}/></clipPath><g clip-path="url(#${id})">`,
    );
  }

  restore(): void {
    this.#parts.push('</g>');
  }

  get #line(): string {
    return this.#stroke + this.#dash;
  }
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function area(x: number, y: number, width: number, height: number): string {
  return `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text
    .replace(/[&<>"]/g, (sign) => names[sign] ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '�');
}
