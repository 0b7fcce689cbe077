import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, quote } from '../../../../src/bots/discord/escape-text.ts';
import { type Block, readMarkdown, type Span } from './client/read-markdown.ts';

const signs = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```',
    '||',
    '> ',
    '>>> ',
    '# ',
    '-# ',
    '- ',
    '1. ',
    '\\',
    '\n',
    ' ',
    '@everyone',
  ],
  ...[
    '<@1>',
    '<@&1>',
    '<#1>',
    '<t:0:R>',
    '[a](https://x.test/)',
    'https://x.test/a',
    '@here',
    'قارب',
    'boat',
    '(',
    ')',
  ],
);
const written = fc.oneof(
  fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

function shown(spans: readonly Span[]): string {
  return spans.map((span) => ('text' in span ? span.text : 'inner' in span ? shown(span.inner) : '')).join('');
}

function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return lines(block.blocks);
    return 'text' in block ? [block.text] : [shown(block.inner)];
  });
}

function kinds(blocks: readonly Block[]): string[] {
  const ofSpan = (span: Span): string[] => [span.kind, ...('inner' in span ? span.inner.flatMap(ofSpan) : [])];
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return ['quote', ...kinds(block.blocks)];
    return [block.kind, ...('inner' in block ? block.inner.flatMap(ofSpan) : [])];
  });
}

describe('Markdown', () => {
  it.each([
    ['a **bold** and *leaning* word', ['line', 'text', 'strong', 'text', 'text', 'emphasis', 'text', 'text']],
    ['> said\n> twice\nonce', ['quote', 'line', 'text', 'line', 'text', 'line', 'text']],
    ['<@12> in <#34> at <t:0:R>', ['line', 'mention', 'text', 'mention', 'text', 'moment']],
    ['### Head\n-# small\n- one', ['heading', 'text', 'small', 'text', 'item', 'text']],
    ['see https://x.test/a.', ['line', 'text', 'link', 'text', 'text']],
    ['```\n*plain*\n```', ['fence']],
    ['snake_case_word', ['line', 'text']],
  ])('reads %j', (text, read) => {
    expect(kinds(readMarkdown(text))).toEqual(read);
  });

  it('comes to an end whatever is written', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(Array.isArray(readMarkdown(text))).toBe(true);
      }),
    );
  });
});

describe('what the bot escapes', () => {
  it('is shown letter by letter, and mentions nobody', () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = readMarkdown(escapeText(text));
        expect(kinds(read).filter((kind) => kind !== 'line' && kind !== 'text')).toEqual([]);
        expect(plain(lines(read).join('\n'))).toBe(plain(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays inside its quote', () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = readMarkdown(`${quote(text, 400)}\nOurs.`);
        expect(lines(read.slice(-1))).toEqual(['Ours.']);
        expect(read.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Without the invisible signs that keep mentions and lists from being read as such, and marks of direction. */
function plain(text: string): string {
  return text.replace(/[\u200b\u2060\u202a-\u202e]/g, '');
}
