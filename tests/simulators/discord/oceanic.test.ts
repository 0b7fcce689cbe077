import { ButtonStyles, Client, ComponentTypes, InteractionTypes, MessageFlags } from 'oceanic.js';
import { expect, it } from 'vitest';
import { said, setStage, voteId, walkJourney } from './client-journey.ts';
import { createDiscordSimulator } from './discord-simulator.ts';

function createBot(apiUrl: string, token: string): Client {
  const client = new Client({
    auth: `Bot ${token}`,
    rest: { baseURL: `${apiUrl}/v10` },
    gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'], compress: false },
  });
  client.on('error', () => {});
  client.on('messageCreate', async (message) => {
    if (message.author.bot || !message.mentions.users.some(({ id }) => id === client.user.id)) return;
    if (!message.content.endsWith(said.ask)) return;
    await client.rest.channels.createMessage(message.channelID, {
      content: said.reply,
      messageReference: { messageID: message.id },
      allowedMentions: { repliedUser: true },
      components: [
        {
          type: ComponentTypes.ACTION_ROW,
          components: [{ type: ComponentTypes.BUTTON, style: ButtonStyles.PRIMARY, label: 'Vote', customID: voteId }],
        },
      ],
    });
  });
  client.on('interactionCreate', async (interaction) => {
    if (interaction.type !== InteractionTypes.MESSAGE_COMPONENT) return;
    await interaction.createMessage({ content: said.pressed, flags: MessageFlags.EPHEMERAL });
  });
  return client;
}

it('serves oceanic.js from login to a pressed button', async () => {
  const simulator = await createDiscordSimulator();
  const stage = setStage(simulator);
  const client = createBot(simulator.url, simulator.token);
  try {
    await client.connect();
    await walkJourney(stage);
    expect(client.guilds.get(stage.guild.id)?.channels.size).toBe(1);
  } finally {
    client.disconnect(false);
    await simulator.close();
  }
});
