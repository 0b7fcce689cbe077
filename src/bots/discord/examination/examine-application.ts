import { type APIApplication, ApplicationFlags } from 'discord.js';
import { attention, type Finding, failing, ok } from '../../finding.ts';

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
): Finding[] {
  const { name, flags, interactions_endpoint_url, bot_require_code_grant } = application;
  const about = 'discord application';
  const findings: Finding[] = [];
  if (interactions_endpoint_url) {
    findings.push(
      failing(
        about,
        'Discord sends commands and presses to an Interactions Endpoint URL instead of to the bot.',
        `${PORTAL} › General Information, and empty the Interactions Endpoint URL.`,
      ),
    );
  }
  if (bot_require_code_grant) {
    findings.push(
      failing(
        about,
        'It demands a code grant, with which an invitation leads nowhere.',
        `${PORTAL} › Bot, and switch “Requires OAuth2 Code Grant” off.`,
      ),
    );
  }
  const on = PRIVILEGED.filter(([, bits]) => ((flags ?? 0) & bits) !== 0).map(([intent]) => intent);
  return [
    ...(findings.length > 0 ? findings : [ok(about, `${name} is set up as it must be.`)]),
    on.length === 0
      ? ok('discord intents', 'No privileged intent is switched on, and none is needed.')
      : attention(
          'discord intents',
          `Switched on though nothing needs it: ${on.join(', ')}.`,
          `${PORTAL} › Bot, and switch it off: the bot then sees no more than it must.`,
        ),
  ];
}
