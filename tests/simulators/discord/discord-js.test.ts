import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, GatewayIntentBits, MessageFlags } from 'discord.js';
import { expect, it } from 'vitest';
import { said, setStage, voteId, walkJourney } from './client-journey.ts';
import { createDiscordSimulator } from './discord-simulator.ts';

function createBot(apiUrl: string): Client {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  const client = new Client({ intents, rest: { api: apiUrl, retries: 0 } });
  client.on('messageCreate', async (message) => {
    const self = client.user;
    if (self === null || message.author.bot || !message.mentions.has(self, { ignoreEveryone: true })) return;
    if (!message.content.endsWith(said.ask)) return;
    const vote = new ButtonBuilder().setCustomId(voteId).setLabel('Vote').setStyle(ButtonStyle.Primary);
    await message.reply({
      content: said.reply,
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(vote)],
      allowedMentions: { parse: [], repliedUser: true },
    });
  });
  client.on('interactionCreate', async (interaction) => {
    if (!interaction.isButton()) return;
    await interaction.reply({ content: said.pressed, flags: MessageFlags.Ephemeral });
  });
  return client;
}

it('serves discord.js from login to a pressed button', async () => {
  const simulator = await createDiscordSimulator();
  const stage = setStage(simulator);
  const client = createBot(simulator.url);
  try {
    await client.login(simulator.token);
    await walkJourney(stage);
    expect(client.guilds.cache.get(stage.guild.id)?.channels.cache.size).toBe(1);
  } finally {
    await client.destroy();
    await simulator.close();
  }
});
