import { type APIMessageComponentInteraction, ComponentType } from 'discord.js';
import {
  type AdvanceDependencies,
  advance,
  memberKey,
  OPEN_STATES,
  type PromptRequest,
  type RequestStore,
  shownWords,
} from '../../../requests/index.ts';
import { say, sayOnDiscord, sayStatus } from '../../../wording/index.ts';
import { row } from '../answering/buttons.ts';
import { customId } from '../answering/custom-id.ts';
import { learnOfReply, sayPosted } from '../answering/post-body.ts';
import { asManyAsFit } from '../as-many-as-fit.ts';
import { DISCORD_LIMITS } from '../discord-limits.ts';
import { escapeText, escapeToFit, quote } from '../escape-text.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';

const MOST = 8;
/** Discord's most for the label of a choice. */
const LONGEST_LABEL = 100;

/** A person's latest requests, each with how it stands, and a list to withdraw from. */
export function createShowMyRequests(requests: RequestStore, guilds: Pick<GuildLookUp, 'of' | 'known'>) {
  return async ({ member, locale, respond }: Interaction): Promise<void> => {
    const mine = await requests.list({ requester: memberKey(member), order: 'newest', limit: MOST });
    if (mine.length === 0) return respond.answer({ content: sayOnDiscord(locale, 'mine-none') });
    const places = await requests.placesInLine(mine.map(({ id }) => id));
    await Promise.all(mine.map((request) => learnOfReply(request, guilds)));
    const lines = mine.map((request, index) => {
      const status = escapeToFit(sayStatus(locale, request, places[index] ?? null), 200);
      const { prompt } = shownWords(request);
      const reworded = prompt === request.prompt ? [] : [sayOnDiscord(locale, 'mine-reworded'), quote(prompt, 80)];
      return [quote(request.prompt, 80), ...reworded, sayPosted(locale, request, guilds.known) ?? status].join('\n');
    });
    const content = asManyAsFit([sayOnDiscord(locale, 'mine-head'), ...lines], DISCORD_LIMITS.textLength);
    const open = mine.filter(isOpen);
    const options = open.map(({ id, prompt }) => ({ label: label(prompt), value: id }));
    const choose = {
      type: ComponentType.StringSelect as const,
      custom_id: customId('withdraw', 'chosen'),
      placeholder: sayOnDiscord(locale, 'mine-choose'),
      options,
    };
    await respond.answer({ content, components: open.length > 0 ? [row(choose)] : [] });
  };
}

/** Withdraws what was chosen from the list; who chose it must be who asked. */
export function withdrawChosen(dependencies: AdvanceDependencies): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    async run({ payload, member, locale, respond }) {
      const [id] = 'values' in payload.data ? payload.data.values : [];
      const request = id === undefined ? null : await dependencies.requests.find(id);
      const answer = (content: string) => respond.answer({ content: escapeText(content) });
      if (!request) return answer(say(locale, 'not-found'));
      if (memberKey(request.requester) !== memberKey(member)) return answer(say(locale, 'not-yours'));
      const { applies } = await advance(dependencies, request, { kind: 'withdrawn', by: 'requester' });
      await answer(applies ? sayOnDiscord(locale, 'withdrawn') : say(locale, 'too-late'));
    },
  };
}

function isOpen({ state }: PromptRequest): boolean {
  return OPEN_STATES.includes(state);
}

function label(prompt: string): string {
  const line = prompt.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL - 1).toWellFormed()}…` : line || '…';
}
