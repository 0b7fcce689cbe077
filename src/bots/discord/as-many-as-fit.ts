/** Lines from the first on, one below the other, in so many characters at most; an ellipsis where some were left out. */
export function asManyAsFit(lines: readonly string[], most: number): string {
  const left = '\n…';
  let text = '';
  for (const [index, line] of lines.entries()) {
    const next = index === 0 ? line : `${text}\n${line}`;
    if (next.length + (index < lines.length - 1 ? left.length : 0) > most) return `${text}${left}`;
    text = next;
  }
  return text;
}
