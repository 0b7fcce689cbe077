import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_READING_LIMITS, readRequest, writeRequest } from '../../../../src/bots/reading/index.ts';

const limits = DEFAULT_READING_LIMITS;
const read = (text: string) => readRequest(text, { limits });

/** Pieces that posts are made of, so that random posts come near the grammar. */
const piece = fc.oneof(
  fc.constantFrom(
    '@opencall',
    '--',
    '—',
    '–',
    '-',
    '−',
    'ar',
    'aspect-ratio',
    'seconds',
    's',
    'secnds',
    'style',
    'seed',
    'sound',
    'resolution',
    'portrait',
    'silent',
    '9:16',
    '16x9',
    '1.85:1',
    '720p',
    '6',
    '6s',
    '60 sec',
    '٦',
    'none',
    'hd',
    'watercolour',
    '"',
    '“',
    '”',
    "'",
    '«',
    ' ',
    ' ',
    ' ',
    '\n',
    '=',
    ':',
    ',',
    '.',
    '<:cat:1>',
    'https://x.io/--ar',
    '[a](https://x.io)',
    '\u202e',
    '\u200b',
    '👩‍🚀',
    'قطة',
    'نسبة',
    'a cat',
    'e\u0301',
    '\ud83d',
    '1:0',
    '-5',
    '(',
    ')',
    '--ar 9:16',
    '--seconds 6',
    '--style "film noir"',
    '--sound ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const post = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

it('answers any text, and what it read is the same when written out and read again', () => {
  fc.assert(
    fc.property(post, (text) => {
      const reading = read(text);
      if (reading.outcome !== 'read') return;
      expect(read(writeRequest(reading.prompt, reading.options))).toEqual(reading);
    }),
    { numRuns: 5000 },
  );
});

const options = fc.record(
  {
    aspect: fc.constantFrom({ width: 9, height: 16 }, { width: 239, height: 100 }, { width: 1, height: 4 }),
    seconds: fc.integer({ min: 1000, max: 60_000 }).map((thousandths) => thousandths / 1000),
    resolution: fc.constantFrom(...limits.resolutions),
    style: fc.constantFrom('ink', 'film noir', 'ألوان مائية', "painter's night"),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    sound: fc.constantFrom(...limits.sounds),
  },
  { requiredKeys: [] },
);

it('reads every option that it writes', () => {
  fc.assert(
    fc.property(options, (given) => {
      expect(read(`@opencall ${writeRequest('a paper boat', given)}`)).toEqual({
        outcome: 'read',
        prompt: 'a paper boat',
        options: given,
      });
    }),
  );
});

it.each([
  ['dashes', '-'.repeat(100_000)],
  ['options', '--ar 9:16 '.repeat(10_000)],
  ['unknown options', '--secnds '.repeat(11_000)],
  ['glued dashes', 'a--'.repeat(33_000)],
  ['long dashes', ' —a'.repeat(33_000)],
  ['one name', `--${'a'.repeat(100_000)}`],
  ['hyphenated name', `--${'a-'.repeat(50_000)}`],
  ['digits', `--seconds ${'1'.repeat(100_000)}`],
  ['spaces', `--style${' '.repeat(100_000)}x`],
  ['quotes', `--style "${'a'.repeat(100_000)}`],
  ['many open quotes', '--style "'.repeat(11_000)],
  ['styles', 'a --style b '.repeat(8_000)],
  ['brackets', '['.repeat(100_000)],
  ['links', '[a]('.repeat(25_000)],
  ['angles', '<:a'.repeat(33_000)],
  ['commands', '</a'.repeat(33_000)],
  ['combining marks', `e${'\u0301'.repeat(100_000)}`],
  ['families', '👨‍👩‍👧‍👦'.repeat(9_000)],
  ['mentions', '@opencall '.repeat(10_000)],
  ['commas', ', '.repeat(50_000)],
  ['new lines', '\n \n'.repeat(33_000)],
])('takes time in line with the length: 100 kB of %s', (_, text) => {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1500);
});
