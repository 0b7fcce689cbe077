import { renderMessage } from '../../messages/render-message.ts';
import { may } from '../../world/permissions.ts';
import type { Message } from '../../world/world.ts';
import { invalidForm } from '../api-error.ts';
import { type Answer, type Call, channelOf } from '../operation.ts';

const usualPage = 50;
const largestPage = 100;

/** Newest first, whichever way one pages (docs: resources/message, "Get Channel Messages"). */
export function listMessages(call: Call): Answer {
  const { discord, query } = call;
  const channel = channelOf(call);
  const limit = readLimit(query.limit);
  const mayRead = may(discord.world, channel, discord.world.bot.id, 'readMessageHistory');
  const all = mayRead ? [...channel.messages.values()].filter(({ ephemeralTo }) => ephemeralTo === null) : [];
  const page = choose(all.toSorted(byAge), query, limit);
  return {
    status: 200,
    body: page.toReversed().map((message) => renderMessage(discord, message, discord.settings.privilegedIntents)),
  };
}

function byAge(left: Message, right: Message): number {
  return BigInt(left.id) < BigInt(right.id) ? -1 : 1;
}

function readLimit(given: string | undefined): number {
  const limit = given === undefined ? usualPage : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= largestPage) return limit;
  const message = `int value should be between 1 and ${largestPage}.`;
  throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_RANGE', message }]);
}

/** Of messages in the order of their age, those that a page holds. */
function choose(all: readonly Message[], query: Call['query'], limit: number): readonly Message[] {
  const at = (name: 'before' | 'after' | 'around') =>
    BigInt(/^\d+$/.test(query[name] ?? '') ? (query[name] ?? '0') : '0');
  if (query.around !== undefined) {
    const older = all.filter(({ id }) => BigInt(id) < at('around'));
    const rest = all.filter(({ id }) => BigInt(id) >= at('around'));
    const half = Math.floor(limit / 2);
    return [...older.slice(-half), ...rest.slice(0, limit - Math.min(half, older.length))];
  }
  if (query.before !== undefined) return all.filter(({ id }) => BigInt(id) < at('before')).slice(-limit);
  if (query.after !== undefined) return all.filter(({ id }) => BigInt(id) > at('after')).slice(0, limit);
  return all.slice(-limit);
}
