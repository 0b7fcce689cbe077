import type { RESTGetAPIGatewayBotResult } from 'discord.js';
import { type Finding, ok } from '../../finding.ts';

const FEW = 10;
const HOUR_MS = 60 * 60 * 1000;

/** How often the bot may still begin to listen today. */
export function examineSessions({ shards, session_start_limit }: RESTGetAPIGatewayBotResult): Finding {
  const about = 'discord sessions';
  const { remaining, total, reset_after } = session_start_limit;
  const left = `${remaining} of ${total} starts are left for today`;
  const hours = Math.max(1, Math.ceil(reset_after / HOUR_MS));
  if (remaining > Math.max(FEW, shards))
    return ok(about, `${left}; ${shards} ${shards === 1 ? 'shard is' : 'shards are'} advised.`);
  return {
    about,
    outcome: remaining < shards ? 'failing' : 'attention',
    says: `Only ${left}.`,
    advice: `Something starts the bot again and again. Find out what, and leave it running; there are new ones in ${hours} h.`,
  };
}
