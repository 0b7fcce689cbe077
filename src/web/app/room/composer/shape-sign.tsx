/** The longer side of the drawing, in pixels. */
const LONG_SIDE = 17;

/** A shape like 9:16, drawn small. */
export function ShapeSign({ shape }: { shape: string }) {
  const [width = 1, height = 1] = shape.split(':').map(Number);
  const scale = LONG_SIDE / Math.max(width, height);
  return (
    <svg width={width * scale + 2} height={height * scale + 2} aria-hidden="true" focusable="false">
      <rect
        x="1"
        y="1"
        width={width * scale}
        height={height * scale}
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </svg>
  );
}
