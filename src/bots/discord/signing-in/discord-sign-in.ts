import { type APIApplication, type APIGuild, type APIGuildMember, type APIUser, Routes } from 'discord.js';
import type { RoleSource } from '../../../moderation/curation/role-source.ts';
import { type CuratorRole, remember } from '../../../requests/index.ts';
import { type AccountSignIn, SIGN_IN_PURPOSES, type SignInPurpose } from '../../account-sign-in.ts';
import { authorizeAddress } from '../../signing-in/authorize-address.ts';
import { createDiscordRest } from '../connection/discord-rest.ts';
import { orNull } from '../connection/rest-error.ts';
import { DISCORD } from '../discord-limits.ts';
import { deskRole } from '../servers/desk-role.ts';
import { permissionsIn } from '../servers/member-rights.ts';
import type { ServedServers } from '../servers/served-servers.ts';
import { createTokenEndpoint } from './token-endpoint.ts';

/** Whose account it is; and for the desk their roles in the home server. Nothing that could be changed by it. */
const SCOPES: Record<SignInPurpose, readonly string[]> = {
  mine: ['identify'],
  desk: ['identify', 'guilds.members.read'],
};

/** A page of ours waits for it. */
const DEADLINES = { answerMs: 8000, wholeMs: 12_000 };

export interface DiscordSignInOptions {
  token: string;
  clientSecret: string;
  /** Up to and without the version, e.g. `https://discord.com/api`. */
  apiUrl: string;
  authorizeUrl: string;
  servers: Pick<ServedServers, 'home' | 'settingsOf' | 'onChanged'>;
}

/** Signing in by Discord. At the desk everything is seen, so only roles in the home server open it. */
export function createDiscordSignIn(options: DiscordSignInOptions): AccountSignIn & RoleSource {
  const { token, clientSecret, apiUrl, authorizeUrl, servers } = options;
  const rest = createDiscordRest({ token, apiUrl, deadlines: DEADLINES });
  /** The bot's token says which application it is, so that nobody has to write it down. */
  const { get: clientId } = remember(async () => (await rest.get<APIApplication>(Routes.currentApplication())).id);
  const endpoint = createTokenEndpoint({ apiUrl, clientId, clientSecret, deadlines: DEADLINES });

  /** By their roles as somebody told them who knows; null where there is no home server, or they are not in it. */
  async function roleBy(
    accountId: string,
    rolesIn: (guildId: string) => Promise<readonly string[] | null>,
  ): Promise<CuratorRole | null> {
    const home = await servers.home();
    const settings = home === null ? null : await servers.settingsOf(home);
    if (home === null || settings === null) return null;
    const roles = await rolesIn(home);
    if (roles === null) return null;
    const guild = await rest.get<APIGuild>(Routes.guild(home));
    return deskRole(settings, { roles, permissions: permissionsIn(guild, { id: accountId, roles }) });
  }

  return {
    platform: DISCORD,
    purposes: SIGN_IN_PURPOSES,

    async address({ purpose, callbackUrl, state, challenge }) {
      const asked = { clientId: await clientId(), callbackUrl, scopes: SCOPES[purpose], state, challenge };
      return authorizeAddress(authorizeUrl, asked);
    },

    async redeem({ purpose, callbackUrl, code, verifier }) {
      const redeemed = await endpoint.redeem(code, { verifier, callbackUrl });
      if (redeemed.outcome !== 'granted') return redeemed;
      try {
        const { get } = redeemed;
        const { id, username, global_name } = await get<APIUser>(Routes.user());
        const rolesIn = async (guildId: string) =>
          (await orNull(get<APIGuildMember>(Routes.userGuildMember(guildId)), NOT_THERE))?.roles ?? null;
        return {
          outcome: 'signed-in',
          member: { platform: DISCORD, id, name: global_name ?? username },
          username,
          role: purpose === 'desk' ? await roleBy(id, rolesIn) : null,
        };
      } finally {
        await redeemed.giveBack();
      }
    },

    roleOf: (accountId) =>
      roleBy(
        accountId,
        async (guildId) =>
          (await orNull(rest.get<APIGuildMember>(Routes.guildMember(guildId, accountId)), NOT_THERE))?.roles ?? null,
      ),

    onRolesChosen: servers.onChanged,
  };
}

/** Who is not in the server: Discord's word to the bot, and to themselves. */
const NOT_THERE = ['unknown-member', 'unknown-server', 'unknown-user'];
