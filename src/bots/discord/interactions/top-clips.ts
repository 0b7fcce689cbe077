import { type APIApplicationCommandInteraction, ApplicationCommandType } from 'discord.js';
import { isOpen } from '../../../calls/call.ts';
import type { CallStore } from '../../../calls/call-store.ts';
import { type Clock, type RequestIn, type RequestStore, toInstant } from '../../../requests/index.ts';
import type { VoteStore } from '../../../voting/vote-store.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { learnOfReply } from '../answering/post-body.ts';
import { DISCORD } from '../discord-limits.ts';
import { linkToMessage } from '../post-refs.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';
import { givenValue } from './ask-by-command.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';
import { topText } from './top-text.ts';

export interface TopDependencies {
  requests: Pick<RequestStore, 'findMany'>;
  votes: VoteStore;
  calls: CallStore;
  guilds: Pick<GuildLookUp, 'of' | 'known'>;
  clock: Clock;
}

export const SPANS = ['week', 'month', 'call'] as const;
type Span = (typeof SPANS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS: Record<Exclude<Span, 'call'>, number> = { week: 7, month: 30 };
const MOST = 10;

/** `/top`: the clips that people liked best, by the same ranking as the pages. */
export function topClips(dependencies: TopDependencies): InteractionHandler<APIApplicationCommandInteraction> {
  const { requests, votes, clock, guilds } = dependencies;
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { locale, respond, payload } = interaction;
      const span = spanOf(interaction);
      const since = span === 'call' ? null : toInstant(new Date(clock().getTime() - DAYS[span] * DAY_MS));
      const callId = span === 'call' ? await currentCall(dependencies) : null;
      const ids = await votes.results({ order: 'best', since, callId, limit: MOST, offset: 0 });
      const found = await requests.findMany(ids);
      const clips = found.filter((each): each is RequestIn<'delivered'> => each.state === 'delivered');
      if (clips.length === 0) return respond.answer({ content: sayOnDiscord(locale, 'top-none') });
      const tallies = await votes.tallies(clips.map(({ id }) => ({ kind: 'clip', id })));
      await Promise.all(clips.map((clip) => learnOfReply(clip, guilds)));
      const best = clips.map((request, index) => ({
        caption: request.clip.caption,
        name: request.requester.name,
        votes: tallies[index]?.votes ?? 0,
        link: linkTo(request, payload.guild_id, guilds),
      }));
      await respond.answer({ content: topText(locale, span, best) });
    },
  };
}

function spanOf({ payload }: Interaction<APIApplicationCommandInteraction>): Span {
  const options = payload.data.type === ApplicationCommandType.ChatInput ? (payload.data.options ?? []) : [];
  const given = options.map(givenValue)[0];
  return SPANS.find((each) => each === given) ?? 'week';
}

/** The open call that began last. */
async function currentCall({ calls, clock }: TopDependencies): Promise<string | null> {
  const open = (await calls.list()).filter((call) => isOpen(call, clock()));
  return open.toSorted((a, b) => b.opensAt.localeCompare(a.opensAt))[0]?.id ?? null;
}

/** Only to what the person can open: a clip in the server in which they ask. */
function linkTo(
  { reply }: RequestIn<'delivered'>,
  guildId: string | undefined,
  guilds: TopDependencies['guilds'],
): string {
  if (reply.platform !== DISCORD || guildId === undefined || guilds.known(reply.channel) !== guildId) return '';
  return linkToMessage(reply, guildId);
}
