import { GatewayCloseCodes } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import { DISCORD } from '../discord-limits.ts';
import { refusedToken } from './rest-error.ts';

const TEN_MINUTES_MS = 10 * 60 * 1000;

/**
 * Codes with which Discord ends a connection for good (docs: topics/opcodes-and-status-codes, "Gateway Close Event
 * Codes"). Only the operator can put these right, so each says how.
 */
const MEANINGS: ReadonlyMap<number, readonly [code: string, advice: string]> = new Map([
  [
    GatewayCloseCodes.InvalidShard,
    ['shards-refused', 'Discord refuses this number of shards. Leave DISCORD_SHARDS out, and start again'],
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    [
      'shards-refused',
      'Discord asks for more shards: the bot is in too many servers. Leave DISCORD_SHARDS out or raise it, and start again',
    ],
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    ['version-refused', 'Discord no longer speaks this version of its interface. Update Open Call'],
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    ['intents-refused', 'Discord refuses what the bot asks to hear of. Update Open Call'],
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    [
      'intents-refused',
      'Discord refuses what the bot asks to hear of. Look at its page under Bot, Privileged Gateway Intents',
    ],
  ],
]);

/** How Discord ended a connection that it does not let the bot begin again as it is. */
export function gatewayClosed(closeCode: number): AdapterError {
  const cause = new Error(`Discord ended the connection with code ${closeCode}`);
  if (closeCode === GatewayCloseCodes.AuthenticationFailed) return refusedToken(cause);
  const [code, message] = MEANINGS.get(closeCode) ?? ['connection-refused', `${cause.message}`];
  return new AdapterError(message, { adapter: DISCORD, code, retryable: true, retryAfterMs: TEN_MINUTES_MS, cause });
}
