import { globalAgent } from 'node:https';
import { connect, type Socket } from 'node:net';
import { ActionRow, ApiHandler, Button, Client, type ClientEvent, createEvent } from 'seyfert';
import { ButtonStyle, GatewayIntentBits, MessageFlags } from 'seyfert/lib/types/index.js';
import { expect, it } from 'vitest';
import { said, setStage, voteId, walkJourney } from './client-journey.ts';
import { createDiscordSimulator } from './discord-simulator.ts';

const reply = createEvent({
  data: { name: 'messageCreate' },
  run: async (message, client) => {
    if (message.author.bot || !message.mentions.users.some(({ id }) => id === client.botId)) return;
    if (message.content?.endsWith(said.ask) !== true) return;
    const vote = new Button().setCustomId(voteId).setLabel('Vote').setStyle(ButtonStyle.Primary);
    await message.reply({
      content: said.reply,
      allowed_mentions: { parse: [], replied_user: true },
      components: [new ActionRow<Button>().setComponents([vote])],
    });
  },
});

const answer = createEvent({
  data: { name: 'interactionCreate' },
  run: async (interaction) => {
    if (!interaction.isButton()) return;
    await interaction.write({ content: said.pressed, flags: MessageFlags.Ephemeral });
  },
});

/** Its gateway connection speaks TLS to port 443 whatever it is told, so here what it opens leads to the simulator. */
function leadToSimulator(origin: string): () => void {
  const agent = globalAgent as unknown as { createConnection?: () => Socket };
  const { port } = new URL(origin);
  agent.createConnection = () => connect(Number(port), '127.0.0.1');
  return () => {
    delete agent.createConnection;
  };
}

it('serves seyfert from login to a pressed button', async () => {
  const simulator = await createDiscordSimulator();
  const stage = setStage(simulator);
  const { token, origin } = simulator;
  const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages;
  const client = new Client({ getRC: () => ({ token, intents, debug: false, locations: { base: '.' } }) });
  client.setServices({ rest: new ApiHandler({ token, domain: origin }) });
  const leadBack = leadToSimulator(origin);
  client.events.set([reply, answer] as unknown as ClientEvent[]);
  try {
    await client.start();
    await walkJourney(stage);
    expect(client.me.id).toBe(simulator.bot.id);
  } finally {
    client.gateway.disconnectAll();
    leadBack();
    await simulator.close();
  }
});
