import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asManyAsFit } from '../../../../src/bots/discord/as-many-as-fit.ts';
import { DISCORD_LIMITS } from '../../../../src/bots/discord/discord-limits.ts';
import { topText } from '../../../../src/bots/discord/interactions/top-text.ts';
import type { Locale } from '../../../../src/requests/index.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('*', '_', '[', ']', '<', '\\', '\n', 'ق', '🎏', ' '), maxLength: 300 }),
);
/** As long as they may become. */
const link = `https://discord.com/channels/${'1'.repeat(20)}/${'2'.repeat(20)}/${'3'.repeat(20)}`;

describe('the best clips', () => {
  it('fit into a message, each with its votes and its link', () => {
    const clip = fc.record({ caption: words, name: words, votes: fc.nat(100_000), link: fc.constant(link) });
    const clips = fc.array(clip, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(clips, fc.constantFrom<Locale>('en', 'ar'), (all, locale) => {
        const text = topText(locale, 'week', all);
        expect(text.length).toBeLessThanOrEqual(DISCORD_LIMITS.textLength);
        expect(text.split(link)).toHaveLength(11);
      }),
    );
    const [long, name] = ['a very long caption '.repeat(20), 'A name of thirty-two signs or so'];
    const text = topText('en', 'week', [{ caption: long, name, votes: 12_345, link }]);
    expect(text).toContain('12,345 votes');
    expect(text).toContain('A name of');
  });
});

describe('a list', () => {
  it('is shown as far as it fits, and whole where it does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }), { minLength: 1 }),
        fc.integer({ min: 50, max: 400 }),
        (lines, most) => {
          const text = asManyAsFit(lines, most);
          const whole = lines.join('\n');
          expect(text.length).toBeLessThanOrEqual(most);
          if (whole.length <= most) expect(text).toBe(whole);
          else expect(text.endsWith('\n…')).toBe(true);
        },
      ),
    );
  });
});
