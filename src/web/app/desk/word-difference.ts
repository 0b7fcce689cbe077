export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many words on a side, what is common at both ends is left and the rest is told as replaced. */
const MOST_WORDS = 400;

/** What was taken out of a text and put in, word by word. Without the added it is the first text, without the removed the second. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const [old, fresh] = [cut(before), cut(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const parts: DifferencePart[] = [
    ...old.slice(0, start).map((text): DifferencePart => ({ kind: 'same', text })),
    ...between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map((text): DifferencePart => ({ kind: 'same', text })),
  ];
  return joined(parts);
}

/** Words, and what stands between them. */
function cut(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** By the longest common subsequence. */
function between(old: readonly string[], fresh: readonly string[]): DifferencePart[] {
  const replaced = [
    ...old.map((text): DifferencePart => ({ kind: 'removed', text })),
    ...fresh.map((text): DifferencePart => ({ kind: 'added', text })),
  ];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return replaced;
  const width = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: DifferencePart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [one, other] = [old[row], fresh[column]];
    if (one !== undefined && one === other) {
      parts.push({ kind: 'same', text: one });
      [row, column] = [row + 1, column + 1];
    } else if (one !== undefined && (other === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: one });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: other ?? '' });
      column += 1;
    }
  }
  return parts;
}

function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const all: DifferencePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) all[all.length - 1] = { kind: part.kind, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
