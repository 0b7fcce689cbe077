/** Drawn on a grid of 24, one stroke wide as ink. */
const PATHS = {
  picture:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4.5 16l4-4 3.5 3.5 2.5-2.5 5 4.5M15.5 9.2v.1',
  options: 'M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4',
  send: 'M4.5 12h14M13 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  heart: 'M12 19.5S4.5 15 4.5 9.8A3.8 3.8 0 0 1 12 8.4a3.8 3.8 0 0 1 7.5 1.4C19.5 15 12 19.5 12 19.5z',
  edit: 'M5 19l.8-3.6L15.6 5.6a1.7 1.7 0 0 1 2.8 2.8L8.6 18.2z',
  withdraw: 'M9 7L5 11l4 4M5.5 11H15a4 4 0 0 1 0 8h-3',
  sun: 'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 3.5v1.5M12 19v1.5M3.5 12H5M19 12h1.5M6 6l1 1M17 17l1 1M18 6l-1 1M7 17l-1 1',
  moon: 'M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z',
  about: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 11.2V16M12 8.2v.1',
  device: 'M4.5 6h15v10h-15zM9 19.5h6M12 16v3.5',
  language:
    'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4.5 12h15M12 4c2.5 2.5 3.5 5 3.5 8s-1 5.5-3.5 8c-2.5-2.5-3.5-5-3.5-8S9.5 6.5 12 4z',
  play: 'M8 5.5v13l10.5-6.5z',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  flag: 'M6 20V5M6 5.5c4-2 7 2 12 0v8c-5 2-8-2-12 0',
  escalate: 'M12 19V6M6.5 11.5L12 6l5.5 5.5',
  clock: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 8v4.2l2.8 1.8',
  keyboard: 'M3.5 7h17v10h-17zM7 10.5v.1M10.3 10.5v.1M13.7 10.5v.1M17 10.5v.1M8 14h8',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words; it says nothing by itself. */
export function Icon({ name, size = 18, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
