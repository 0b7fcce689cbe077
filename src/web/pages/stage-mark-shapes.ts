/** The sign of the house on a grid of 32: a small stage with its curtain and a paper hill. */
export const STAGE_MARK_SHAPES = [
  { d: 'M5 23h22v2.5H5z', fill: '#f5eee1' },
  { d: 'M8 20.5l8-12 8 12z', fill: '#fffaf1' },
  { d: 'M16 8.5v12H8z', fill: '#f0c3a0' },
  {
    d: 'M4 4.5h24v2.7c-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0z',
    fill: 'var(--curtain-fold)',
  },
] as const;
