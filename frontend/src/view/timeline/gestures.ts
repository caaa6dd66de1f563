/** What pointers can do to the timeline; coordinates in pixels of the element. */
export interface GestureTargets {
  /** A drag from here moves the playhead instead of the picture. */
  isHandle(x: number, y: number): boolean;
  scrub(x: number): void;
  pan(pixels: number, down: number): void;
  zoom(factor: number, x: number): void;
  click(x: number, y: number): void;
  hover(x: number, y: number): void;
  leave(): void;
}

interface Place {
  x: number;
  y: number;
}

const CLICK_PIXELS = 4;
/** Zoom per pixel of wheel, chosen so that one notch is about a fifth. */
const WHEEL_ZOOM = 0.0018;

/** Turns pointer and wheel events of an element into seeking, panning and zooming. */
export function gestures(element: HTMLElement, targets: GestureTargets): { destroy(): void } {
  const pointers = new Map<number, Place>();
  let mode: 'idle' | 'scrub' | 'press' | 'pan' | 'pinch' = 'idle';
  let began: Place = { x: 0, y: 0 };

  const place = (event: MouseEvent): Place => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const down = (event: PointerEvent): void => {
    if (event.button > 0) return;
    const at = place(event);
    pointers.set(event.pointerId, at);
    element.setPointerCapture(event.pointerId);
    began = at;
    if (pointers.size > 1) mode = 'pinch';
    else if (targets.isHandle(at.x, at.y)) {
      mode = 'scrub';
      targets.scrub(at.x);
    } else mode = 'press';
  };

  const move = (event: PointerEvent): void => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      targets.hover(at.x, at.y);
      return;
    }
    if (mode === 'press' && Math.hypot(at.x - began.x, at.y - began.y) > CLICK_PIXELS) mode = 'pan';
    if (mode === 'scrub') targets.scrub(at.x);
    if (mode === 'pan') targets.pan(before.x - at.x, before.y - at.y);
    if (mode === 'pinch') pinch(event.pointerId, before, at);
    pointers.set(event.pointerId, at);
  };

  const pinch = (id: number, before: Place, at: Place): void => {
    const other = [...pointers].find(([each]) => each !== id)?.[1];
    if (!other) return;
    const was = Math.max(12, Math.abs(before.x - other.x));
    const is = Math.max(12, Math.abs(at.x - other.x));
    targets.zoom(is / was, (at.x + other.x) / 2);
    targets.pan((before.x - at.x) / 2, 0);
  };

  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    const at = place(event);
    if (mode === 'press') targets.click(at.x, at.y);
    mode = pointers.size > 0 ? 'pinch' : 'idle';
  };

  const cancel = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    mode = 'idle';
  };

  const wheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === 1 ? 16 : 1;
    const [across, along] = [event.deltaX * unit, event.deltaY * unit];
    const isZoom = event.ctrlKey || event.metaKey || event.altKey;
    if (isZoom)
      targets.zoom(Math.exp(-along * WHEEL_ZOOM * (event.ctrlKey ? 4 : 1)), place(event).x);
    else if (event.shiftKey) targets.pan(along || across, 0);
    else if (Math.abs(across) > Math.abs(along)) targets.pan(across, 0);
    else if (element.dataset['overflows'] === 'true') return;
    else targets.zoom(Math.exp(-along * WHEEL_ZOOM), place(event).x);
    event.preventDefault();
  };

  const leave = (): void => targets.leave();
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  return {
    destroy: () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('wheel', wheel);
    },
  };
}
