import { expect } from 'vitest';
import type { PromptRequest } from '../../../../src/requests/index.ts';
import type { Interaction, Modal } from '../../../simulators/discord/interactions/interaction.ts';
import type { Member, Message } from '../../../simulators/discord/world/world.ts';
import { formOf } from './form-of.ts';
import { openTestDiscord, type TestDiscord, type TestRecords, type TestReview } from './open-test-discord.ts';
import { idOf, textOf } from './read-card.ts';

/** A server with a review channel and two curators, and what they do there. */
export interface ReviewStage {
  discord: TestDiscord;
  review: TestReview;
  /** Asks, and waits for the card. */
  ask(text?: string, by?: Member): Promise<{ message: Message; request: PromptRequest; card: Message }>;
  now(request: PromptRequest): Promise<PromptRequest | null>;
  /** Waits until a message says it. */
  says(message: Message, part: string): Promise<Message>;
  /** Presses, and expects that it is acknowledged in time. */
  press(who: Member, message: Message, action: string): Promise<Interaction>;
  /** What the person alone was told. */
  told(interaction: Interaction): Promise<string>;
  formOf(interaction: Interaction): Promise<Modal>;
  /** Ends it, and expects that nothing went wrong. */
  close(): Promise<void>;
}

export async function openReviewStage(
  records: TestRecords,
  settings: Parameters<typeof openTestDiscord>[1] = {},
): Promise<ReviewStage> {
  const discord = await openTestDiscord(records, settings);
  await discord.start();
  await discord.simulator.until('the commands', () => discord.simulator.ledger.commandWrites > 0);
  const review = await discord.openReview();

  /** The queue is one for all tests of this file. */
  async function leaveNothingWaiting(): Promise<void> {
    const { requests, claims } = records.store;
    const page = { order: 'oldest', limit: 100 } as const;
    const reported = await requests.list({ states: ['delivered'], needsAttention: true, ...page });
    for (const request of reported) await discord.walk(request, { kind: 'reports-dismissed', curator: 'Noor' });
    const waiting = await requests.list({ states: ['in-review'], ...page });
    const stopped = await requests.list({ needsAttention: true, ...page });
    for (const request of [...waiting, ...stopped]) await discord.walk(request, { kind: 'withdrawn', by: 'platform' });
    for (const { requestId, curator } of await claims.allInForce(new Date().toISOString())) {
      await claims.release(requestId, curator);
    }
  }

  async function ask(text = 'a paper boat', by: Member = discord.person) {
    const { simulator, channel } = discord;
    const before = (await discord.requestsOf(by)).length;
    const message = simulator.say(by, channel, text, { mentions: [simulator.bot] });
    const request = await discord.request(before + 1, by);
    const card = await simulator.until('the card', () =>
      simulator.visible(review.channel).find(({ components }) => JSON.stringify(components).includes(request.id)),
    );
    return { message, request, card };
  }
  const now = async ({ id }: PromptRequest) => records.store.requests.find(id);
  const says = (message: Message, part: string) =>
    discord.simulator.until(part, () => textOf(message).includes(part) && message);

  async function press(who: Member, message: Message, action: string): Promise<Interaction> {
    const interaction = discord.simulator.press(who, message, idOf(message, action));
    await interaction.answered;
    expect(interaction.answeredAfterMs).toBeLessThan(3000);
    return interaction;
  }

  /** What the person alone was told. */
  const told = (interaction: Interaction) =>
    discord.simulator.until('what they are told', () => {
      const answer = interaction.answer?.kind === 'message' ? interaction.answer.message : interaction.followUps[0];
      if (answer) expect(answer.ephemeralTo).toBe(interaction.user.id);
      return answer?.content;
    });

  return {
    discord,
    review,
    ask,
    now,
    says,
    press,
    told,
    formOf,
    async close() {
      await leaveNothingWaiting();
      await discord.close();
      expect(discord.errors).toEqual([]);
      expect(discord.simulator.violations).toEqual([]);
    },
  };
}
