import { CanvasPen } from './canvas-pen';

/** A canvas that is as sharp as the screen, drawn at most once per frame. */
export class Surface {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Draws in the next frame; a drawing not yet begun is replaced. */
  draw(size: SurfaceSize, drawing: (pen: CanvasPen) => void): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.drawNow(size, drawing));
  }

  drawNow(
    { width, height, family, origin = 0 }: SurfaceSize,
    drawing: (pen: CanvasPen) => void,
  ): void {
    if (!this.#context || width <= 0 || height <= 0) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== wide) this.#canvas.width = wide;
    if (this.#canvas.height !== high) this.#canvas.height = high;
    const pen = new CanvasPen(this.#context, { ratio, family, origin });
    pen.clear(width, height);
    drawing(pen);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }
}

export interface SurfaceSize {
  readonly width: number;
  readonly height: number;
  readonly family: string;
  /** Where hatchings begin. */
  readonly origin?: number;
}
