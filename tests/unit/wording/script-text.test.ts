import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNINGS, SCRIPT_WORDS, type ScriptShot } from '../../../src/requests/index.ts';
import { readScriptText, writeScriptText } from '../../../src/wording/script-text.ts';

const words = fc
  .array(fc.constantFrom('a', 'boat:', 'قارب', '#', '5', 'Camera:', '雨', '—'), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' '));
const shot: fc.Arbitrary<ScriptShot> = fc
  .tuple(
    fc.record(Object.fromEntries(SCRIPT_WORDS.map((word) => [word, fc.oneof(fc.constant(''), words)]))),
    words,
    fc.integer({ min: 1, max: 24 }).map((halves) => halves / 2),
    fc.constantFrom(...BEGINNINGS),
  )
  .map(([said, action, seconds, begins]) => ({ ...said, action, seconds, begins }) as ScriptShot);

describe('a script as text', () => {
  it('is read as it was written, in either language', () => {
    fc.assert(
      fc.property(fc.array(shot, { minLength: 1, maxLength: 5 }), fc.constantFrom('en', 'ar'), (shots, locale) => {
        const [first, ...others] = shots;
        const script = [{ ...(first as ScriptShot), begins: 'cut' as const }, ...others];
        expect(readScriptText(writeScriptText(locale, script), 60)).toEqual({ outcome: 'read', script });
      }),
    );
  });

  it('is read as a curator writes it', () => {
    const text =
      '# 1: 4 s\nA fox wakes up\nin the snow\nLIGHT: dawn\n\n# 2, crossfade\nIt runs.\n# x: 2,5 s\nIt sleeps.';
    const read = readScriptText(text, 60);
    expect(read).toMatchObject({
      script: [
        { action: 'A fox wakes up in the snow', light: 'dawn', seconds: 4, begins: 'cut' },
        { action: 'It runs.', begins: 'crossfade' },
        { action: 'It sleeps.', seconds: 2.5 },
      ],
    });
    expect(readScriptText('a kite flies', 60)).toMatchObject({ script: [{ action: 'a kite flies', seconds: 5 }] });
  });

  it.each([
    ['nothing', ''],
    ['a shot in which nothing happens', '# 1: 4 s\nLight: dawn'],
    ['more than a clip holds', '# 1: 61 s\nIt runs'],
    ['more shots than a clip has', Array(21).fill('# 1: 1 s\nIt runs').join('\n')],
    ['more words than an engine reads', `# 1: 4 s\n${'very '.repeat(200)}slow`],
  ])('cannot be read: %s', (_what, text) => {
    expect(readScriptText(text, 60)).toEqual({ outcome: 'unreadable' });
  });
});
