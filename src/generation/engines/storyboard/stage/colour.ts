/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function css([red, green, blue]: Rgb, alpha = 1): string {
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${alpha})`;
}

/** From one colour towards another: 0 leaves the first, 1 gives the second. */
export function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  return [0, 1, 2].map((part) => (from[part] ?? 0) + ((to[part] ?? 0) - (from[part] ?? 0)) * amount) as unknown as Rgb;
}

/** Light of a colour falling on a thing of a colour. */
export function multiply([red, green, blue]: Rgb, [byRed, byGreen, byBlue]: Rgb): Rgb {
  return [(red * byRed) / 255, (green * byGreen) / 255, (blue * byBlue) / 255];
}

/** How bright a colour looks, 0 to 255. */
export function luma([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** More or less colourful: 0 is grey, 1 leaves it. */
export function saturate(colour: Rgb, amount: number): Rgb {
  const grey = luma(colour);
  return mix([grey, grey, grey], colour, amount).map((part) => Math.min(255, Math.max(0, part))) as unknown as Rgb;
}
