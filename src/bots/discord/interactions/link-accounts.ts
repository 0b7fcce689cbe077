import { type APIMessageComponentInteraction, ButtonStyle } from 'discord.js';
import type { Locale, Member } from '../../../requests/index.ts';
import { memberKey } from '../../../requests/index.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { sayInterface } from '../../../wording/say-interface.ts';
import {
  CODE_MINUTES,
  type JoiningDependencies,
  joinByCode,
  MOST_ACCOUNTS,
  MOST_TRIES,
  offerCode,
  partAccount,
} from '../../joining/join-accounts.ts';
import { button, row } from '../answering/buttons.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';

const WHERE_TEXT: Readonly<Record<string, 'link-in-room' | 'link-on-discord' | 'link-on-x'>> = {
  room: 'link-in-room',
  discord: 'link-on-discord',
  x: 'link-on-x',
};

/** `/my link`: without a code it gives one, with one it joins this account to the one that got it. */
export function createLinkAccounts(dependencies: JoiningDependencies) {
  return async (interaction: Interaction): Promise<void> => {
    const code = codeIn(interaction);
    return code === null ? offer(dependencies, interaction) : enter(dependencies, interaction, code);
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
      : sayInterface(locale, 'join-tries', MOST_TRIES);
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
  const say = (): string => {
    switch (joined.outcome) {
      case 'joined':
        return sayOnDiscord(locale, 'link-done', { account: whereOf(joined.to, locale) });
      case 'no-such-code':
        return sayInterface(locale, 'join-code-unknown');
      case 'own-code':
        return sayInterface(locale, 'join-code-own');
      case 'joined-before':
        return sayInterface(locale, 'joined-before');
      case 'too-many-accounts':
        return sayInterface(locale, 'joined-too-many', MOST_ACCOUNTS);
      case 'too-many-tries':
        return sayInterface(locale, 'join-tries', MOST_TRIES);
      default:
        return joined satisfies never;
    }
  };
  await respond.answer({ content: say() });
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

function codeIn({ payload }: Interaction): string | null {
  if (!payload.data || !('options' in payload.data)) return null;
  const [part] = payload.data.options ?? [];
  const given = part && 'options' in part ? part.options?.[0] : undefined;
  return given && 'value' in given && typeof given.value === 'string' ? given.value : null;
}
