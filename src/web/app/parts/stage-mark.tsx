/** The sign of the house: a small stage with its curtain and a paper hill. */
export function StageMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--curtain)" />
      <path d="M5 23h22v2.5H5z" fill="#f5eee1" />
      <path d="M8 20.5l8-12 8 12z" fill="#fffaf1" />
      <path d="M16 8.5v12H8z" fill="#f0c3a0" />
      <path
        d="M4 4.5h24v2.7c-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0-1.2 2-3.6 2-4.8 0z"
        fill="var(--curtain-fold)"
      />
    </svg>
  );
}
