import { type APIMessage, type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord.js';
import type { QueueCounts } from '../../../moderation/curation/review-queue.ts';
import type { Locale, PromptRequest } from '../../../requests/index.ts';
import { sayAsAtDesk, sayToCurators } from '../../../wording/index.ts';
import { row } from '../answering/buttons.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { nextButton } from './card-buttons.ts';
import type { Curating } from './curating.ts';
import { drawWithFiles } from './draw-with-files.ts';
import type { Curator } from './find-curator.ts';

/**
 * Shows how the request's card stands now: in the place of the message that was pressed on, or of the answer that was
 * promised. To a curator alone it comes with what waits, and a way on.
 */
export async function showCard(
  interaction: Interaction,
  curating: Curating,
  { requestId, key, curator }: { requestId: string; key: string | null; curator: Curator },
): Promise<void> {
  const { guilds, queue, readCard, writeAsked, files } = curating;
  const alone = isAlone(interaction);
  const locale = await localeOfCard(interaction, curating);
  const card = await readCard(requestId, locale, key);
  if (!card) return;
  await guilds.learnOf(card.request);
  const reading = {
    locale,
    guildOf: guilds.known,
    optionsOf: ({ options }: Pick<PromptRequest, 'options'>) => writeAsked('', options),
  };
  const { drawn, sent } = await drawWithFiles(card, reading, files, interaction.payload.attachment_size_limit);
  const components: APIMessageTopLevelComponent[] = alone
    ? [textOf(countsText(await queue.counts(curator.mine), locale)), ...drawn.components, row(nextButton(card, locale))]
    : drawn.components;
  await interaction.respond.show({ components, files: sent });
}

/** A card in a channel is in the channel's language, for all who read it there. */
export async function localeOfCard(interaction: Interaction, { guilds }: Pick<Curating, 'guilds'>): Promise<Locale> {
  return isAlone(interaction) ? interaction.locale : guilds.localeOf(interaction.payload.channel?.id ?? '');
}

/** What a curator is shown alone when nothing waits for them. */
export async function showAllClear({ respond, locale }: Interaction): Promise<void> {
  await respond.show({ components: [textOf(sayAsAtDesk(locale, 'emptyWaiting'))], files: [] });
}

/** Commands are answered to the person alone; so is what is pressed on such an answer. */
function isAlone({ payload }: Interaction): boolean {
  const message: Pick<APIMessage, 'flags'> | undefined = 'message' in payload ? payload.message : undefined;
  return message === undefined || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function textOf(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}

function countsText({ waiting, attention, oldest }: QueueCounts, locale: Locale): string {
  const since =
    oldest === null ? [] : [`${sayToCurators(locale, 'waiting-since')} <t:${Math.floor(Date.parse(oldest) / 1000)}:R>`];
  const counts = [
    sayToCurators(locale, 'waiting', { count: waiting }),
    ...since,
    ...(attention > 0 ? [sayToCurators(locale, 'attention', { count: attention })] : []),
  ];
  return `-# ${counts.join(' · ')}`;
}
