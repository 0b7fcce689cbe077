import { type APIApplicationCommandInteraction, type APIMessageComponentInteraction, ButtonStyle } from 'discord.js';
import type { Locale, Member } from '../../../requests/index.ts';
import { memberKey } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import {
  CODE_MINUTES,
  type JoinedOrNot,
  type JoiningDependencies,
  joinByCode,
  offerCode,
  partAccount,
} from '../../joining/join-accounts.ts';
import { joinProblem } from '../../joining/join-problem.ts';
import { button, row } from '../answering/buttons.ts';
import { escapeText } from '../escape-text.ts';
import { givenOptions } from './given-options.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';

const WHERE_TEXT: Readonly<Record<string, 'link-in-room' | 'link-on-discord' | 'link-on-x'>> = {
  room: 'link-in-room',
  discord: 'link-on-discord',
  x: 'link-on-x',
};

/** `/my link`: without a code it gives one, with one it joins this account to the one that got it. */
export function createLinkAccounts(dependencies: JoiningDependencies) {
  return async (interaction: Interaction<APIApplicationCommandInteraction>): Promise<void> => {
    const code = givenOptions(interaction.payload).get('code');
    return typeof code === 'string' ? enter(dependencies, interaction, code) : offer(dependencies, interaction);
  };
}

async function offer(dependencies: JoiningDependencies, { member, locale, respond }: Interaction): Promise<void> {
  const [offered, joined] = [
    await offerCode(dependencies, member),
    await dependencies.joining.joinedTo(memberKey(member)),
  ];
  const first =
    offered.outcome === 'offered'
      ? sayOnDiscord(locale, 'link-code', { code: offered.code, count: CODE_MINUTES })
      : sayJoinProblem(locale, offered.outcome);
  const others = joined.map(({ member: each }) => `- ${whereOf(each, locale)}`);
  const content = [first, ...(others.length > 0 ? [sayOnDiscord(locale, 'link-joined-to'), ...others] : [])].join('\n');
  const components = joined.length > 0 ? [row(button(locale, 'part', 'self', ButtonStyle.Danger))] : [];
  await respond.answer({ content, components });
}

async function enter(
  dependencies: JoiningDependencies,
  { member, locale, respond }: Interaction,
  text: string,
): Promise<void> {
  const joined = await joinByCode(dependencies, { member, text, calledInPublic: null });
  const content =
    joined.outcome === 'joined'
      ? sayOnDiscord(locale, 'link-done', { account: whereOf(joined.to, locale) })
      : sayJoinProblem(locale, joined.outcome);
  await respond.answer({ content });
}

export function partFromOthers(dependencies: JoiningDependencies): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    async run({ member, locale, respond }) {
      await partAccount(dependencies, member);
      await respond.answer({ content: sayOnDiscord(locale, 'link-parted') });
    },
  };
}

function whereOf({ platform, name }: Member, locale: Locale): string {
  return sayOnDiscord(locale, WHERE_TEXT[platform] ?? 'link-in-room', { name: escapeText(name) });
}

function sayJoinProblem(locale: Locale, outcome: Exclude<JoinedOrNot, 'joined'>): string {
  const problem = joinProblem(outcome);
  return sayInterface(locale, problem.why, 'limit' in problem ? problem.limit : undefined);
}
