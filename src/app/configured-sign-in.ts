import type { AccountSignIn } from '../bots/account-sign-in.ts';
import { createServedServers } from '../bots/discord/servers/served-servers.ts';
import type { Store } from '../store/store.ts';
import { signInAdapters } from './adapters.ts';
import type { Config } from './config.ts';

/** Signing in by Discord, where its secret is set; null without. */
export async function openConfiguredSignIn(
  { discordServers }: Pick<Store, 'discordServers'>,
  config: Config,
): Promise<AccountSignIn | null> {
  const { DISCORD_TOKEN, DISCORD_CLIENT_SECRET } = config;
  if (DISCORD_TOKEN === undefined || DISCORD_CLIENT_SECRET === undefined) return null;
  return signInAdapters.discord({
    token: DISCORD_TOKEN,
    clientSecret: DISCORD_CLIENT_SECRET,
    apiUrl: config.DISCORD_API_URL.replace(/\/$/, ''),
    authorizeUrl: config.DISCORD_AUTHORIZE_URL,
    servers: createServedServers({ store: discordServers, named: config.DISCORD_SERVERS ?? [] }),
  });
}
