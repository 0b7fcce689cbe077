/** Breaks text into lines no wider than `width`, at words where the script has them; what is too much ends in "…". */
export function wrapLines(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const pieces = breakable(text);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trim());
      line = '';
      if (lines.length === most) return shorten(lines, width, measure);
    }
    line += piece;
    if (measure(line.trimEnd()) > width) [line] = cutLong(line, width, lines, measure);
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.length > most ? shorten(lines.slice(0, most), width, measure) : lines;
}

/** Words with the spaces and marks after them; East Asian scripts may break after almost any character. */
function breakable(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const last = pieces.length - 1;
    const joined = last >= 0 && !isWordLike && !/^[（「『《“(¿¡]/u.test(segment);
    const unspaced =
      last >= 0 &&
      isWordLike &&
      !/[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。、！？]$/u.test(pieces[last] ?? '');
    if (joined || unspaced) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** A piece that is wider than a whole line is cut at a grapheme; returns what is left of it. */
function cutLong(piece: string, width: number, lines: string[], measure: (text: string) => number): [string] {
  let line = '';
  for (const { segment } of new Intl.Segmenter().segment(piece)) {
    if (line !== '' && measure(line + segment) > width) {
      lines.push(line);
      line = '';
    }
    line += segment;
  }
  return [line];
}

function shorten(lines: string[], width: number, measure: (text: string) => number): string[] {
  const graphemes = Array.from(new Intl.Segmenter().segment(lines.at(-1) ?? ''), ({ segment }) => segment);
  while (graphemes.length > 0 && measure(`${graphemes.join('').trimEnd()}…`) > width) graphemes.pop();
  return [...lines.slice(0, -1), `${graphemes.join('').trimEnd()}…`];
}
