import type { Call } from '../../../calls/call.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { isServed } from '../servers/served-servers.ts';
import { type ChosenFor, chosenChannels, type LookedAt, lookAtChosen } from './look-at-chosen.ts';

/** What was chosen with `/opencall setup`, and for calls. */
export interface WhatWasChosen {
  servers: readonly DiscordServer[];
  /** Servers that the configuration names. */
  named: readonly string[];
  calls: readonly Call[];
}

const ABOUT = 'discord setup';
const USES: Record<ChosenFor, string> = {
  review: 'review cards',
  announcements: 'announcements',
  asking: 'a call',
};

/** Whether what was chosen is there, and what the bot may do in it. Null: what was chosen could not be read. */
export async function examineSetup(
  rest: DiscordRest,
  chosen: WhatWasChosen | null,
  botId: string,
  now: Date,
): Promise<Finding[]> {
  if (!chosen) {
    const says = 'What was chosen with /opencall setup could not be read.';
    return [attention(ABOUT, says, 'Put right what is said about the records, and ask again.')];
  }
  const served = chosen.servers.filter((server) => isServed(server, chosen.named));
  if (served.length === 0) {
    const advice = 'As its admin, and as the owner of the application, use /opencall setup in the server.';
    return [attention(ABOUT, 'No server is set up: there are no curators and no review channel on Discord.', advice)];
  }
  const looked = await lookAtChosen(rest, chosenChannels(served, chosen.calls, now), botId);
  return [...served.flatMap(examineChoices), ...looked.map(judge)];
}

function examineChoices({ id, name, reviewChannel, curatorRoles }: DiscordServer): Finding[] {
  const server = name || `Server ${id}`;
  return [
    ...(reviewChannel === null
      ? [
          attention(
            ABOUT,
            `${server}: no review channel is chosen.`,
            'Choose one with /opencall setup; until then cards are at the desk only.',
          ),
        ]
      : []),
    ...(curatorRoles.length === 0
      ? [
          attention(
            ABOUT,
            `${server}: no role is chosen for curators.`,
            'Choose one with /opencall setup; until then nobody can decide on Discord.',
          ),
        ]
      : []),
  ];
}

function judge({ chosen: { id, use }, name, missing }: LookedAt): Finding {
  const what = `${name}, chosen for ${USES[use]}`;
  if (missing === 'gone') {
    const advice =
      use === 'asking' ? 'Open the call again for a channel that is there.' : 'Choose another with /opencall setup.';
    return failing(ABOUT, `The channel ${id}, chosen for ${USES[use]}, is gone.`, advice);
  }
  if (missing.length === 0) return ok(ABOUT, `${what}: nothing is missing.`);
  const advice = 'In Edit Channel › Permissions, allow it for the bot’s role.';
  return failing(ABOUT, `${what}: missing ${missing.join(', ')}.`, advice);
}
