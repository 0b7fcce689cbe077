import { STAGE_MARK_SHAPES } from '../../pages/stage-mark-shapes.ts';

/** The sign of the house. */
export function StageMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--curtain)" />
      {STAGE_MARK_SHAPES.map(({ d, fill }) => (
        <path key={d} d={d} fill={fill} />
      ))}
    </svg>
  );
}
