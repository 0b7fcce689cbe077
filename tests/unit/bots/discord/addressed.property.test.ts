import { MessageReferenceType, MessageType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, isAddressed, readableText } from '../../../../src/bots/discord/hearing/addressed.ts';
import { DEFAULT_READING_LIMITS, readRequest } from '../../../../src/bots/reading/index.ts';

const BOT = '1100000000000000001';
const snowflake = fc
  .bigInt({ min: 10n ** 17n, max: 10n ** 19n })
  .map(String)
  .filter((id) => id !== BOT);
const mark = fc.oneof(
  snowflake.map((id) => `<@${id}>`),
  snowflake.map((id) => `<@!${id}>`),
  snowflake.map((id) => `<@&${id}>`),
  fc.constantFrom('@everyone', '@here', `<@&${BOT}>`, `<#${BOT}>`, `<@${BOT}`, `@${BOT}`, '@opencall', `<@${BOT}0>`),
);
const words = fc.oneof(fc.string({ unit: 'grapheme' }), mark);
/** Anything but the bot's own mention. */
const text = fc
  .array(words, { maxLength: 8 })
  .map((parts) => parts.join(' '))
  .filter((each) => !each.includes(`<@${BOT}>`));
const user = (id: string) => ({ id, username: 'u', discriminator: '0', global_name: null, avatar: null });
const message = (changes: Partial<Heard>): Heard => ({
  id: '1',
  channel_id: '2',
  content: '',
  author: user('5'),
  type: MessageType.Default,
  mentions: [],
  ...changes,
});

describe('whether a message speaks to the bot', () => {
  it('never by words without its own mention, whoever else is mentioned or answered', () => {
    fc.assert(
      fc.property(text, fc.array(snowflake), fc.boolean(), (content, others, answersBot) => {
        const mentions = [...others, ...(answersBot ? [BOT] : [])].map(user);
        const type = answersBot ? MessageType.Reply : MessageType.Default;
        expect(isAddressed(message({ content, mentions, type }), BOT, false)).toBe(false);
      }),
    );
  });

  it('by its own mention wherever it stands, and then is read as the same words with @opencall', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('', '!'), (before, after, sign) => {
        const content = `${before}<@${sign}${BOT}>${after}`;
        expect(isAddressed(message({ content, mentions: [user(BOT)] }), BOT, false)).toBe(true);
        const read = readableText(content, BOT);
        expect(read).toBe(`${before} @opencall ${after}`.trim());
        expect(() => readRequest(read, { limits: DEFAULT_READING_LIMITS })).not.toThrow();
      }),
    );
  });

  it('never from bots, webhooks, ourselves, forwarded messages and what Discord itself writes', () => {
    const reference = { type: MessageReferenceType.Forward, channel_id: '2', message_id: '1' };
    const kinds = Object.values(MessageType).filter((each) => typeof each === 'number');
    const other = kinds.filter((each) => each !== MessageType.Default && each !== MessageType.Reply);
    const changes = fc.oneof(
      fc.constant<Partial<Heard>>({ author: { ...user('5'), bot: true } }),
      fc.constant<Partial<Heard>>({ webhook_id: '9' }),
      fc.constant<Partial<Heard>>({ author: user(BOT) }),
      fc.constant<Partial<Heard>>({ message_reference: reference }),
      fc.constantFrom(...other).map((type): Partial<Heard> => ({ type })),
    );
    fc.assert(
      fc.property(text, changes, fc.boolean(), (words, change, direct) => {
        const spoken = message({ content: `<@${BOT}> ${words}`, mentions: [user(BOT)], ...change });
        expect(isAddressed(spoken, BOT, direct)).toBe(false);
      }),
    );
  });
});
