import { type APIApplication, ApplicationFlags } from 'discord.js';
import { type DiscordFinding, ok } from './discord-finding.ts';

/** The privileged intents by the names that the developer portal gives them; the limited kind is for small bots. */
const PRIVILEGED = [
  ['Presence Intent', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['Server Members Intent', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Message Content Intent', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
] as const;

const PORTAL = 'On https://discord.com/developers/applications, choose the application';

/** The application behind the bot, as its owner set it up in the developer portal. */
export function examineApplication(
  application: Pick<APIApplication, 'name' | 'flags' | 'interactions_endpoint_url' | 'bot_require_code_grant'>,
): DiscordFinding[] {
  const { name, flags, interactions_endpoint_url, bot_require_code_grant } = application;
  const about = 'discord application';
  const findings: DiscordFinding[] = [];
  if (interactions_endpoint_url) {
    findings.push({
      about,
      outcome: 'failing',
      says: 'Discord sends commands and presses to an Interactions Endpoint URL instead of to the bot.',
      advice: `${PORTAL} › General Information, and empty the Interactions Endpoint URL.`,
    });
  }
  if (bot_require_code_grant) {
    findings.push({
      about,
      outcome: 'failing',
      says: 'It demands a code grant, with which an invitation leads nowhere.',
      advice: `${PORTAL} › Bot, and switch “Requires OAuth2 Code Grant” off.`,
    });
  }
  const on = PRIVILEGED.filter(([, bits]) => ((flags ?? 0) & bits) !== 0).map(([intent]) => intent);
  return [
    ...(findings.length > 0 ? findings : [ok(about, `${name} is set up as it must be.`)]),
    on.length === 0
      ? ok('discord intents', 'No privileged intent is switched on, and none is needed.')
      : {
          about: 'discord intents',
          outcome: 'attention',
          says: `Switched on though nothing needs it: ${on.join(', ')}.`,
          advice: `${PORTAL} › Bot, and switch it off: the bot then sees no more than it must.`,
        },
  ];
}
