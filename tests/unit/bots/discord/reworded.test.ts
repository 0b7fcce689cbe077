import { beforeEach, expect, it } from 'vitest';
import { anApproval } from '../../../samples/requests.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(() => discord.start());

it('shows what was asked by a command in the words that were approved, and both to who asked', async () => {
  const { simulator, person, channel } = discord;
  await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
  await simulator.command(person, channel, 'clip', { prompt: 'a boat of Mr Smith' }).answered;
  const approval = anApproval({ prompt: 'a boat of a neighbour' });
  await discord.walk(await discord.request(), { kind: 'approved', approval });
  const status = await simulator.until('the status', () =>
    simulator.visible(channel).find(({ content }) => content.includes('> a boat of a neighbour')),
  );
  expect(status.content).not.toContain('Mr Smith');
  const mine = simulator.command(person, channel, 'my requests');
  const { content } = await simulator.until('the answer', () =>
    mine.original && !mine.original.loading ? mine.original : null,
  );
  expect(content).toMatch(/> a boat of Mr Smith\nA curator approved it in other words:\n> a boat of a neighbour/);
});
