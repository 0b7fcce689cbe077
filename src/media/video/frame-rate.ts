/** Frames per second as a fraction, since 29.97 is really 30000/1001. */
export interface FrameRate {
  num: number;
  den: number;
}

/** The exact rate behind a number such as 24, 29.97 or 23.976. */
export function toFrameRate(framesPerSecond: number): FrameRate {
  const whole = Math.round(framesPerSecond);
  if (Math.abs(framesPerSecond - whole) < 0.002) return { num: whole, den: 1 };
  const ntsc = Math.round(framesPerSecond * 1.001);
  if (Math.abs(framesPerSecond - ntsc / 1.001) < 0.004) return { num: ntsc * 1000, den: 1001 };
  return { num: Math.round(framesPerSecond * 1000), den: 1000 };
}

export function perSecond({ num, den }: FrameRate): number {
  return num / den;
}
