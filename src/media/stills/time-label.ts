/** Digits on a grid of 3 by 5, so that no font is needed: the same on every machine. */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001001001001',
  '8': '111101111101111',
  '9': '111101111001111',
  ':': '000010000010000',
  '.': '000000000000010',
};

const PIXEL = 2;
const MARGIN = 4;

/** In pixels. */
export const LABEL_HEIGHT = 5 * PIXEL + 2 * MARGIN;

/** `0:07.5` as a small light picture for a dark ground, in SVG. */
export function timeLabel(seconds: number): Buffer {
  const tenths = Math.round(seconds * 10);
  const text = `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`;
  const squares = [...text].flatMap((letter, place) =>
    [...(GLYPHS[letter] ?? '')].flatMap((on, at) =>
      on === '1' ? [square(place * 4 + (at % 3), Math.floor(at / 3))] : [],
    ),
  );
  const width = text.length * 4 * PIXEL - PIXEL + 2 * MARGIN;
  const size = `width="${width}" height="${LABEL_HEIGHT}"`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${squares.join('')}</svg>`);
}

function square(column: number, row: number): string {
  return `<rect x="${MARGIN + column * PIXEL}" y="${MARGIN + row * PIXEL}" width="${PIXEL}" height="${PIXEL}" fill="#fff"/>`;
}
