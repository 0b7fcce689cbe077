import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { sayToOperators } from '../../../wording/index.ts';
import { row } from '../answering/buttons.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { newServer } from '../servers/discord-server.ts';
import { mayOperate } from '../servers/member-rights.ts';
import { ownsApplication } from './application-owners.ts';
import { findOperator } from './find-operator.ts';
import { forOperator } from './for-operator.ts';
import { filledIn } from './form.ts';
import type { Operating } from './operating.ts';
import { sayLacking } from './say-lacking.ts';
import { setupForm } from './setup-forms.ts';
import { CHANNEL_SETTINGS, operatorButton, ROLE_SETTINGS, SETUP_FORMS, showSetup } from './show-setup.ts';

/**
 * `/opencall setup`. Where no server is named in the configuration, the one in which the application's owner uses it
 * first becomes the home server.
 */
export function setupCommand(operating: Operating): InteractionHandler<APIApplicationCommandInteraction> {
  return {
    acknowledge: 'private',
    async run(interaction) {
      const { locale, respond } = interaction;
      const guildId = await unclaimedByOwner(interaction, operating);
      if (guildId !== null && (await operating.servers.home()) !== null) {
        const content = escapeText(sayToOperators(locale, 'home-elsewhere'));
        return respond.answer({ content, components: [row(operatorButton(locale, 'home'))] });
      }
      if (guildId !== null) await operating.servers.makeHome(guildId);
      await answerWithSetup(interaction, operating);
    },
  };
}

/** Buttons of what `/opencall setup` shows: a form, or the change of the home server. */
export function pressSetup(operating: Operating): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'itself',
    async run(interaction) {
      const { locale, respond, subject } = interaction;
      if (subject === 'home') return moveHome(interaction, operating);
      const server = await findOperator(interaction, operating, 'server');
      if (typeof server === 'string') return respond.answerAtOnce(escapeText(server));
      const what = SETUP_FORMS.find((each) => each === subject) ?? 'channels';
      await respond.showForm(await setupForm(what, server, locale, operating.rest));
    },
  };
}

/** What was chosen in one of the forms. */
export function takeSetup(operating: Operating): InteractionHandler<APIModalSubmitInteraction> {
  return forOperator(operating, 'server', {
    acknowledge: 'private',
    async run(interaction, server) {
      const { payload, locale, respond } = interaction;
      const filled = filledIn(payload);
      // What the other form holds is not among what was filled in, and stays.
      const channels = CHANNEL_SETTINGS.filter((name) => filled.has(name)).map((name) => [
        name,
        filled.get(name)?.[0] ?? null,
      ]);
      const roles = ROLE_SETTINGS.filter((name) => filled.has(name)).map((name) => [name, filled.get(name)]);
      const name = operating.places.nameOf(server.id) ?? server.name;
      const changed = { ...server, name, ...Object.fromEntries([...channels, ...roles]) };
      await operating.servers.save(changed);
      const shown = showSetup(locale, changed, 'setup-saved');
      const lacking = await sayLacking(locale, changed, operating.rest, payload.application_id);
      await respond.answer({ ...shown, content: [shown.content, ...lacking].join('\n') });
    },
  });
}

async function answerWithSetup(interaction: Interaction, operating: Operating): Promise<void> {
  const { locale, respond } = interaction;
  const server = await findOperator(interaction, operating, 'server');
  await respond.answer(
    typeof server === 'string' ? { content: escapeText(server) } : showSetup(locale, server, 'setup-head'),
  );
}

async function moveHome(interaction: Interaction, operating: Operating): Promise<void> {
  await interaction.respond.deferPrivately();
  const guildId = await unclaimedByOwner(interaction, operating);
  if (guildId !== null) await operating.servers.makeHome(guildId);
  await answerWithSetup(interaction, operating);
}

/** The server, where it is not ours yet and who asks may make it ours: an admin there who owns the application. */
async function unclaimedByOwner(
  { payload, member }: Interaction,
  { servers, rest }: Operating,
): Promise<string | null> {
  const { guild_id, member: here } = payload as APIInteraction;
  if (guild_id === undefined || !here || servers.areNamed) return null;
  if ((await servers.settingsOf(guild_id)) !== null || !mayOperate(newServer(guild_id), here)) return null;
  return (await ownsApplication(rest, member.id)) ? guild_id : null;
}
