import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutgoingPost } from '../../../../src/bots/chat-platform.ts';
import { postBody } from '../../../../src/bots/discord/answering/post-body.ts';
import { commandRef, messageRef } from '../../../../src/bots/discord/post-refs.ts';
import { clipText, statusText } from '../../../../src/bots/texts.ts';
import type { PromptRequest } from '../../../../src/requests/index.ts';
import { SITUATIONS } from '../../../samples/requests.ts';
import { checkAllowed, readAllowed, readMentions } from '../../../simulators/discord/messages/mentions.ts';

const REQUESTER = '200000000000000001';
const VICTIM = '200000000000000002';
const dangerous = fc.constantFrom(
  ...['@everyone', '@here', `<@${VICTIM}>`, `<@!${VICTIM}>`, `<@&${VICTIM}>`, `<@${REQUESTER}>`, '<@', '>', '\\'],
  ...[
    '`',
    '```',
    '\n',
    '> ',
    '@\u200beveryone',
    '\u202e',
    '\u2066',
    '\u2069',
    `@${VICTIM}`,
    '@',
    '[a](https://b.example)',
  ],
);
const words = fc
  .array(fc.oneof(dangerous, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** Whom Discord alerts for a message, where its author may alert everybody. */
function alerted(body: ReturnType<typeof postBody>): string[] {
  const allowed = readAllowed(body.allowed_mentions);
  const { users, roles, everyone } = readMentions(body.content ?? '');
  return [
    ...users.filter(allowed.user),
    ...roles.filter(allowed.role).map((id) => `role ${id}`),
    ...(everyone && allowed.everyone ? ['everyone'] : []),
    ...(allowed.repliedUser ? ['whom it answers'] : []),
  ];
}

describe('a message of ours', () => {
  const kinds = fc.constantFrom<OutgoingPost['kind']>('status', 'clip', 'answer');
  it('alerts nobody but who asked, whatever the prompt, the caption, the note and the name contain', () => {
    fc.assert(
      fc.property(kinds, fc.boolean(), words, words, words, (kind, byCommand, prompt, caption, name) => {
        const requester = { platform: 'discord', id: REQUESTER, name };
        const inReplyTo = byCommand ? commandRef('3', '4') : messageRef({ id: '3', channel_id: '4' });
        const request = requestWith({ kind, prompt, caption, requester, inReplyTo });
        const post: OutgoingPost = {
          ...{ kind, inReplyTo, key: 'c.key', requestId: request.id, locale: 'en', notify: requester, video: null },
          text: textOf(kind, request, prompt),
        };
        const body = postBody(post, request, () => '5');
        const whom = kind === 'status' ? [] : [REQUESTER, 'whom it answers'];
        expect(whom).toEqual(expect.arrayContaining(alerted(body)));
        expect(checkAllowed(body.allowed_mentions)).toEqual([]);
        expect(readMentions(body.content ?? '').everyone).toBe(false);
        expect([...(body.content ?? '')].length).toBeLessThanOrEqual(2000);
        if (kind !== 'clip') return;
        expect(alerted(body)).toEqual([REQUESTER]);
      }),
      { numRuns: 500 },
    );
  });
});

function textOf(kind: OutgoingPost['kind'], request: PromptRequest, words: string): string {
  if (kind === 'clip' && request.state === 'ready') return clipText(request);
  return kind === 'status' ? statusText(request, 3, { withBar: true, appeals: true }) : words;
}

function requestWith({
  kind,
  prompt,
  caption,
  requester,
  inReplyTo,
}: Pick<PromptRequest, 'prompt' | 'requester'> & {
  kind: OutgoingPost['kind'];
  caption: string;
  inReplyTo: PromptRequest['post'];
}): PromptRequest {
  const changes = { prompt, requester, post: inReplyTo };
  const [ready, declined] = [SITUATIONS.ready(), SITUATIONS.declined()];
  if (kind === 'clip' && ready.state === 'ready') return { ...ready, ...changes, clip: { ...ready.clip, caption } };
  if (declined.state === 'declined')
    return { ...declined, ...changes, decline: { ...declined.decline, note: caption } };
  throw new Error('the samples are others');
}
