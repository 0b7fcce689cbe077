import type { AccountSignIn } from '../bots/account-sign-in.ts';
import { createServedServers } from '../bots/discord/servers/served-servers.ts';
import type { RoleSource } from '../moderation/curation/role-source.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { signInAdapters } from './adapters.ts';
import type { Config } from './config.ts';

interface ConfiguredSignIns {
  signIns: AccountSignIn[];
  roleSource: RoleSource | null;
}

/** Signing in with accounts elsewhere, by each platform that is set up for it. */
export async function openConfiguredSignIns(
  { discordServers, x: records }: Pick<Store, 'discordServers' | 'x'>,
  { config, clock }: { config: Config; clock: Clock },
): Promise<ConfiguredSignIns> {
  const [discord, x] = await Promise.all([openDiscord(discordServers, config), openX(records, { config, clock })]);
  return { signIns: [discord, x].filter((each) => each !== null), roleSource: discord };
}

async function openDiscord(store: Store['discordServers'], config: Config) {
  const { DISCORD_TOKEN, DISCORD_CLIENT_SECRET } = config;
  if (DISCORD_TOKEN === undefined || DISCORD_CLIENT_SECRET === undefined) return null;
  return signInAdapters.discord({
    token: DISCORD_TOKEN,
    clientSecret: DISCORD_CLIENT_SECRET,
    apiUrl: config.DISCORD_API_URL.replace(/\/$/, ''),
    authorizeUrl: config.DISCORD_AUTHORIZE_URL,
    servers: createServedServers({ store, named: config.DISCORD_SERVERS ?? [] }),
  });
}

async function openX(records: Store['x'], { config, clock }: { config: Config; clock: Clock }) {
  const { X_SIGN_IN, X_CLIENT_ID: clientId, X_CLIENT_SECRET } = config;
  if (X_SIGN_IN !== 'true' || clientId === undefined) return null;
  return signInAdapters.x({
    clientId,
    clientSecret: X_CLIENT_SECRET ?? null,
    apiUrl: config.X_API_URL.replace(/\/$/, ''),
    authorizeUrl: config.X_AUTHORIZE_URL,
    records,
    dailyDollars: config.X_DAILY_DOLLARS,
    clock,
  });
}
