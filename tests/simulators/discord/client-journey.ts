import { expect } from 'vitest';
import type { DiscordSimulator } from './discord-simulator.ts';
import type { Channel, Guild, Member } from './world/world.ts';

/** Where a client library shows what it can: a server, a channel, a person and the bot. */
export interface Stage {
  simulator: DiscordSimulator;
  guild: Guild;
  channel: Channel;
  person: Member;
}

export function setStage(simulator: DiscordSimulator): Stage {
  const guild = simulator.world.addGuild('Paper Theatre');
  const channel = simulator.world.addChannel(guild, 'clips');
  return { simulator, guild, channel, person: simulator.world.addMember(guild, 'Mina') };
}

/** Texts that each client's bot answers with, so that one journey fits them all. */
export const said = { ask: 'a fox made of paper', reply: 'In line.', pressed: 'Voted.' } as const;
export const voteId = 'vote:1';

/** Login, reading a mention, replying with a button, answering its press: as a person sees it. */
export async function walkJourney({ simulator, channel, person }: Stage): Promise<void> {
  await simulator.untilReady();
  const asked = simulator.say(person, channel, said.ask, { mentions: [simulator.bot] });
  const reply = await simulator.until('the reply', () =>
    simulator.visible(channel).find(({ reference }) => reference?.messageId === asked.id),
  );
  expect(reply.content).toBe(said.reply);
  const pressed = simulator.press(person, reply, voteId);
  const answer = await pressed.answered;
  expect(answer).toMatchObject({ kind: 'message', message: { content: said.pressed, ephemeralTo: person.user.id } });
  expect(simulator.pings()).toContainEqual(expect.objectContaining({ kind: 'reply', target: person.user.id }));
  expect(simulator.violations).toEqual([]);
}
