/** Discord's Markdown as far as bots and people use it, read into plain values; nothing in it is ever taken for HTML. */

export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'; inner: Span[] }
  | { kind: 'link'; url: string; inner: Span[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'moment'; at: number; style: string };

export type Block =
  | { kind: 'line' | 'small' | 'item'; inner: Span[] }
  | { kind: 'heading'; level: 1 | 2 | 3; inner: Span[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'fence'; text: string };

export function readMarkdown(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const fenceEnd = line.startsWith('```')
      ? lines.findIndex((other, index) => index > at && other.trim() === '```')
      : -1;
    if (fenceEnd > 0) {
      blocks.push({ kind: 'fence', text: lines.slice(at + 1, fenceEnd).join('\n') });
      at = fenceEnd + 1;
    } else if (/^>>> /.test(line)) {
      blocks.push({ kind: 'quote', blocks: readMarkdown([line.slice(4), ...lines.slice(at + 1)].join('\n')) });
      at = lines.length;
    } else if (isQuote(line)) {
      const after = lines.findIndex((other, index) => index > at && !isQuote(other));
      const end = after < 0 ? lines.length : after;
      blocks.push({ kind: 'quote', blocks: lines.slice(at, end).map((each) => readLine(each.slice(2))) });
      at = end;
    } else {
      blocks.push(readLine(line));
      at += 1;
    }
  }
  return blocks;
}

function isQuote(line: string): boolean {
  return /^> /.test(line);
}

function readLine(line: string): Block {
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading)
    return { kind: 'heading', level: (heading[1]?.length ?? 1) as 1 | 2 | 3, inner: readSpans(heading[2] ?? '') };
  const small = /^-# +(\S.*)$/.exec(line);
  if (small) return { kind: 'small', inner: readSpans(small[1] ?? '') };
  const item = /^\s*[-*] +(\S.*)$/.exec(line);
  if (item) return { kind: 'item', inner: readSpans(item[1] ?? '') };
  return { kind: 'line', inner: readSpans(line) };
}

type Reader = (found: RegExpExecArray) => Span[];

const pairs = [
  [/^\*\*(?=\S)([\s\S]*?[^\s\\])\*\*(?!\*)/, 'strong'],
  [/^__(?=\S)([\s\S]*?[^\s\\])__(?!_)/, 'underline'],
  [/^~~(?=\S)([\s\S]*?[^\s\\])~~/, 'strike'],
  [/^\|\|(?=\S)([\s\S]*?[^\s\\])\|\|/, 'spoiler'],
  [/^\*(?=\S)([\s\S]*?[^\s\\*])\*(?!\*)/, 'emphasis'],
  [/^_(?=\S)([\s\S]*?[^\s\\_])_(?![_\p{L}\p{N}])/u, 'emphasis'],
] as const;

/** Read in this order at each place; the first that fits takes it. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, sign = '']) => [{ kind: 'text', text: sign }]],
  [/^(`{1,2})([^`]+)\1(?!`)/, ([, , text = '']) => [{ kind: 'code', text: text.trim() || text }]],
  [/^<@!?(\d+)>/, ([, id = '']) => [{ kind: 'mention', of: 'user', id }]],
  [/^<@&(\d+)>/, ([, id = '']) => [{ kind: 'mention', of: 'role', id }]],
  [/^<#(\d+)>/, ([, id = '']) => [{ kind: 'mention', of: 'channel', id }]],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, at, style = 'f']) => [{ kind: 'moment', at: Number(at) * 1000, style }]],
  [/^@(everyone|here)/, ([text]) => [{ kind: 'everyone', text }]],
  [
    /^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,
    ([, label = '', url = '']) => [{ kind: 'link', url, inner: readSpans(label) }],
  ],
  [/^<(https?:\/\/[^\s>]+)>/, ([, url = '']) => [{ kind: 'link', url, inner: [{ kind: 'text', text: url }] }]],
  [/^https?:\/\/[^\s<>]+[^\s<>.,:;!?"')\]]/, ([url]) => [{ kind: 'link', url, inner: [{ kind: 'text', text: url }] }]],
  ...pairs.map(([pattern, kind]): readonly [RegExp, Reader] => [
    pattern,
    ([, inner = '']) => [{ kind, inner: readSpans(inner) }],
  ]),
];

function readSpans(text: string): Span[] {
  const spans: Span[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') spans.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = /^[\\`<@[h*_~|]/.test(rest) ? firstThatFits(rest) : null;
    if (found === null) {
      plain += text[at];
      at += 1;
      continue;
    }
    const [length, read] = found;
    const [only] = read;
    if (read.length === 1 && only?.kind === 'text') plain += only.text;
    else {
      flush();
      spans.push(...read);
    }
    at += length;
  }
  flush();
  return spans;
}

function firstThatFits(rest: string): [length: number, spans: Span[]] | null {
  for (const [pattern, read] of readers) {
    const found = pattern.exec(rest);
    if (found) return [found[0].length, read(found)];
  }
  return null;
}
