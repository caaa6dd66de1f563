/** Outlines of the icons on a grid of 16, drawn with strokes unless `isSolid`. */
export const ICONS = {
  run: { path: 'M5 3.2v9.6L12.6 8z', isSolid: true },
  stop: { path: 'M4 4h8v8H4z', isSolid: true },
  share: { path: 'M8 10V2.5M5.2 5 8 2.2 10.8 5M4.5 7.5h-1v6h9v-6h-1', isSolid: false },
  fork: {
    path: 'M4.5 5.5v5M4.5 8h4a3 3 0 0 0 3-2.6M4.5 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM4.5 10.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM11.5 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
    isSolid: false,
  },
  down: { path: 'M4.5 6.5 8 10l3.5-3.5', isSolid: false },
  undo: { path: 'M6 3.5 3 6.5l3 3M3 6.5h6a3.5 3.5 0 0 1 0 7H6.5', isSolid: false },
  hand: {
    path: 'M6.5 8.5v-5a1 1 0 0 1 2 0v4M8.5 7.2a1 1 0 0 1 2 0v1M10.5 8a1 1 0 0 1 2 0v2.2c0 2-1.4 3.6-3.6 3.6-2 0-2.9-1-3.7-2.4L3.7 9.3a.9.9 0 0 1 1.5-1l1.3 1.4',
    isSolid: false,
  },
  close: { path: 'm4 4 8 8M12 4l-8 8', isSolid: false },
  more: { path: 'M3.5 8h.01M8 8h.01M12.5 8h.01', isSolid: false },
  first: { path: 'M3.5 3.5v9M12.5 3.6v8.8L5.8 8z', isSolid: true },
  back: { path: 'M11.5 3.2v9.6L4.2 8z', isSolid: true },
  play: { path: 'M4.8 2.8v10.4L13 8z', isSolid: true },
  pause: { path: 'M4.5 3h2.4v10H4.5zM9.1 3h2.4v10H9.1z', isSolid: true },
  forward: { path: 'M4.5 3.2v9.6L11.8 8z', isSolid: true },
  last: { path: 'M12.5 3.5v9M3.5 3.6v8.8L10.2 8z', isSolid: true },
  sun: {
    path: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
    isSolid: false,
  },
  moon: { path: 'M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z', isSolid: false },
  help: {
    path: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM6 6.3c.1-1.2 1-1.8 2-1.8s2 .7 2 1.8c0 1.4-2 1.5-2 3M8 11.6h.01',
    isSolid: false,
  },
  book: {
    path: 'M2.5 3h4A1.5 1.5 0 0 1 8 4.5 1.5 1.5 0 0 1 9.5 3h4v9.5h-4A1.5 1.5 0 0 0 8 14a1.5 1.5 0 0 0-1.5-1.5h-4zM8 4.5V14',
    isSolid: false,
  },
  machine: {
    path: 'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
    isSolid: false,
  },
  dice: {
    path: 'M3 3h10v10H3zM5.7 5.7h.01M10.3 10.3h.01M8 8h.01M10.3 5.7h.01M5.7 10.3h.01',
    isSolid: false,
  },
  explore: {
    path: 'M2.5 8h3l3-4.5h5M5.5 8h8M5.5 8l3 4.5h5M12 2l1.5 1.5L12 5M12 6.5 13.5 8 12 9.5M12 11l1.5 1.5L12 14',
    isSolid: false,
  },
  tune: { path: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3', isSolid: false },
  plus: { path: 'M8 3.5v9M3.5 8h9', isSolid: false },
  minus: { path: 'M3.5 8h9', isSolid: false },
  fit: { path: 'M2.5 8h11M5 5.5 2.5 8 5 10.5M11 5.5 13.5 8 11 10.5', isSolid: false },
  picture: { path: 'M8 2.5v7M5 7l3 3 3-3M3 12.5h10', isSolid: false },
  arrows: { path: 'M3 4.5h4.5c4 0 1 7 5 7M10 9l2.7 2.5L10 14', isSolid: false },
  copy: { path: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7', isSolid: false },
  check: { path: 'm3.5 8.5 3 3 6-7', isSolid: false },
  warning: { path: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3h.01', isSolid: false },
} as const;

export type IconName = keyof typeof ICONS;
