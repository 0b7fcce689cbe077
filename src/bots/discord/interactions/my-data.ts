import { gzipSync } from 'node:zlib';
import { type APIMessageComponentInteraction, ButtonStyle } from 'discord.js';
import { sayOnDiscord } from '../../../wording/index.ts';
import { deleteMemberData, isEmpty, type MemberDataDependencies, readMemberData } from '../../member-data.ts';
import { button, row } from '../answering/buttons.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';

/** Everything that is kept of a person, as a file that only they see, with the way to take it back. */
export function createShowMyData(dependencies: MemberDataDependencies) {
  return async ({ payload, member, locale, respond }: Interaction): Promise<void> => {
    const record = await readMemberData(dependencies, member);
    const count = record.requests.length;
    if (isEmpty(record)) return respond.answer({ content: sayOnDiscord(locale, 'data-head', { count }) });
    const content =
      count === 0 ? sayOnDiscord(locale, 'data-votes-only') : sayOnDiscord(locale, 'data-head', { count });
    await respond.answer({
      content,
      file: fileOf(record, payload.attachment_size_limit),
      components: [row(button(locale, 'delete', 'ask', ButtonStyle.Danger))],
    });
  };
}

/** Packed where Discord would not take it as it is. */
function fileOf(record: unknown, maxBytes: number): { name: string; data: Buffer; contentType: string } {
  const data = Buffer.from(JSON.stringify(record, null, 2));
  if (data.length <= maxBytes) return { name: 'open-call.json', data, contentType: 'application/json' };
  return { name: 'open-call.json.gz', data: gzipSync(data), contentType: 'application/gzip' };
}

/** The first press asks whether it is meant; the second does it. */
export function deleteMyData(dependencies: MemberDataDependencies): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    async run({ subject, member, locale, respond }) {
      if (subject === 'yes') {
        const count = await deleteMemberData(dependencies, member);
        return respond.answer({ content: sayOnDiscord(locale, 'data-deleted', { count }) });
      }
      const choices = row(button(locale, 'delete', 'yes', ButtonStyle.Danger), button(locale, 'keep', 'all'));
      await respond.answer({ content: sayOnDiscord(locale, 'data-confirm'), components: [choices] });
    },
  };
}

export function keepMyData(): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    run: ({ locale, respond }) => respond.answer({ content: sayOnDiscord(locale, 'data-kept') }),
  };
}
