import type { Operation } from './operation.ts';
import { botOperations } from './operations/bot.ts';
import { commandOperations } from './operations/commands.ts';
import { guildOperations } from './operations/guilds.ts';
import { interactionOperations } from './operations/interactions.ts';
import { messageOperations } from './operations/messages.ts';
import { oauthOperations } from './operations/oauth.ts';
import { threadOperations } from './operations/threads.ts';
import { webhookOperations } from './operations/webhooks.ts';

/** Everything that is simulated of Discord's API. */
export const operations: readonly Operation[] = [
  ...botOperations,
  ...guildOperations,
  ...commandOperations,
  ...messageOperations,
  ...threadOperations,
  ...interactionOperations,
  ...webhookOperations,
  ...oauthOperations,
];

const routes = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  // A path with fewer gaps says more: `/users/@me` before `/users/{user_id}`.
  gaps: operation.path.split('{').length,
}));
routes.sort((left, right) => left.gaps - right.gaps);

export interface Route {
  operation: Operation;
  params: Record<string, string>;
}

/** Clients write `@original` as it is or as `%40original`. A segment with a slash of its own stays as it was written. */
function plain(path: string): string {
  const segments = path.split('/').map((segment) => ({ segment, meant: decodeURIComponent(segment) }));
  return segments.map(({ segment, meant }) => (meant.includes('/') ? segment : meant)).join('/');
}

export function findRoute(method: string, writtenPath: string): Route | null {
  const path = plain(writtenPath);
  for (const { operation, pattern } of routes) {
    if (operation.method !== method) continue;
    const found = pattern.exec(path);
    if (found === null) continue;
    return { operation, params: { ...found.groups } };
  }
  return null;
}
