import { afterEach, beforeEach, expect } from 'vitest';
import { newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import { type Call, STANDING_CALL_ID } from '../../../../src/calls/call.ts';
import type { Submitted } from '../../../simulators/discord/controls/build-submission.ts';
import type { Interaction } from '../../../simulators/discord/interactions/interaction.ts';
import type { Channel, Member, Message } from '../../../simulators/discord/world/world.ts';
import { recordsForFile } from './discord-for-each-test.ts';
import { formOf } from './form-of.ts';
import { openTestDiscord, type TestDiscord, type TestRecords } from './open-test-discord.ts';

/** The home server with its admin, and what they do with `/opencall`. */
interface OperatingStage {
  discord: TestDiscord;
  admin: Member;
  /** By the admin in the first channel, unless it is somebody else or elsewhere. */
  run(name: string, options?: Record<string, string | number | boolean>, who?: Member, channel?: Channel): Interaction;
  /** What the person alone is told in the end. */
  told(interaction: Interaction): Promise<Message>;
  /** Fills in the form that was answered with. */
  filled(interaction: Interaction, values: Submitted): Promise<Message>;
  callNamed(theme: string): Promise<Call>;
  /** Ends it, and expects that nothing went wrong. */
  close(): Promise<void>;
}

async function openOperatingStage(records: TestRecords): Promise<OperatingStage> {
  const discord = await openTestDiscord(records);
  const { guild, simulator } = discord;
  const admin = guild.members.get(guild.ownerId) as Member;
  await records.store.house.change({ paused: null, limits: {} });
  await records.store.discordServers.save({ ...newServer(guild.id), home: true });
  await discord.start();
  await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);

  async function told(interaction: Interaction): Promise<Message> {
    const answer = await interaction.answered;
    const message =
      answer.kind === 'message'
        ? answer.message
        : await simulator.until('the answer', () =>
            interaction.original && !interaction.original.loading && interaction.original.content !== ''
              ? interaction.original
              : null,
          );
    expect(message.ephemeralTo).toBe(interaction.user.id);
    expect([...message.mentions, ...message.mentionRoles]).toEqual([]);
    return message;
  }

  return {
    discord,
    admin,
    told,
    run: (name, options = {}, who = admin, channel = discord.channel) =>
      simulator.command(who, channel, `opencall ${name}`, options),
    filled: async (interaction, values) => told(simulator.submitModal(await formOf(interaction), values)),
    async callNamed(theme) {
      const found = (await records.store.calls.list()).findLast((call) => call.theme.en === theme);
      if (!found) throw new Error(`no call ${theme}`);
      return found;
    },
    async close() {
      await discord.close();
      expect(simulator.violations).toEqual([]);
      expect(discord.errors).toEqual([]);
      for (const call of await records.store.calls.list()) {
        if (call.id !== STANDING_CALL_ID) await records.store.calls.save({ ...call, closesAt: call.opensAt });
      }
    },
  };
}

/** A stage for each test of a file, on records that they share; `current` is the one of the test that runs. */
export function stageForEachTest() {
  const records = recordsForFile();
  let stage: OperatingStage;
  beforeEach(async () => {
    stage = await openOperatingStage(records);
  });
  afterEach(() => stage.close());
  const run: OperatingStage['run'] = (...given) => stage.run(...given);
  const told: OperatingStage['told'] = (interaction) => stage.told(interaction);
  const filled: OperatingStage['filled'] = (...given) => stage.filled(...given);
  const callNamed: OperatingStage['callNamed'] = (theme) => stage.callNamed(theme);
  return { run, told, filled, callNamed, current: () => ({ records, discord: stage.discord, admin: stage.admin }) };
}
