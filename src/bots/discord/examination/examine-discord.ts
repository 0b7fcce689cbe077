import {
  type APIApplication,
  type APIUser,
  type RESTAPIPartialCurrentUserGuild,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import { allCommands } from '../commands/all-commands.ts';
import type { ClipChoices } from '../commands/command-definitions.ts';
import { differingCommands } from '../commands/register-commands.ts';
import { createDiscordRest, type DiscordRest } from '../connection/discord-rest.ts';
import { examineApplication } from './examine-application.ts';
import { examineServer } from './examine-server.ts';
import { examineSessions } from './examine-sessions.ts';
import { examineSetup, type WhatWasChosen } from './examine-setup.ts';
import { examineSignIn, type SignInToExamine } from './examine-sign-in.ts';
import { invitationLink } from './needed-permissions.ts';

export interface DiscordExamination {
  findings: Finding[];
  /** Where the bot is invited with exactly what it needs; null where Discord did not say which application it is. */
  invitation: string | null;
}

/** A bot in thousands of servers would keep the operator waiting. */
const MOST_SERVERS = 50;

/** Looks at everything that must be right at Discord, and changes nothing there. */
export async function examineDiscord(options: {
  token: string;
  apiUrl: string;
  choices: ClipChoices;
  /** Null: it could not be read. */
  chosen: WhatWasChosen | null;
  signIn: Omit<SignInToExamine, 'apiUrl'>;
}): Promise<DiscordExamination> {
  const rest = createDiscordRest(options);
  try {
    const [user, application] = await Promise.all([
      rest.get<APIUser>(Routes.user()),
      rest.get<APIApplication>(Routes.currentApplication()),
    ]);
    const sessions = await rest.get<RESTGetAPIGatewayBotResult>(Routes.gatewayBot());
    const findings = [
      ok('discord token', `Discord takes it; the bot is called ${user.username}.`),
      ...examineApplication(application),
      await examineSignIn(application, { ...options.signIn, apiUrl: options.apiUrl }),
      examineSessions(sessions),
      await examineCommands(rest, application.id, options.choices),
      ...(await examineServers(rest, user.id)),
      ...(await examineSetup(rest, options.chosen, user.id, new Date())),
    ];
    return { findings, invitation: invitationLink(application.id) };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { findings: [refusal(error)], invitation: null };
  }
}

function refusal({ code, message }: AdapterError): Finding {
  const about = 'discord token';
  if (code === 'token-refused') {
    return failing(
      about,
      'Discord refuses DISCORD_TOKEN.',
      'On https://discord.com/developers/applications, choose the application › Bot › Reset Token, and set DISCORD_TOKEN to the new one.',
    );
  }
  return failing(
    about,
    `${message}.`,
    'Check the connection of this machine and DISCORD_API_URL, and look at https://discordstatus.com.',
  );
}

async function examineCommands(rest: DiscordRest, applicationId: string, choices: ClipChoices): Promise<Finding> {
  const about = 'discord commands';
  const differing = await differingCommands(rest, applicationId, allCommands(choices));
  if (differing.length === 0) return ok(about, 'All are registered as they are now.');
  return attention(
    about,
    `Not registered as they are now: ${differing.join(', ')}.`,
    'Start the app: it registers them when it connects. People may have to load Discord again to see them.',
  );
}

async function examineServers(rest: DiscordRest, botId: string): Promise<Finding[]> {
  const about = 'discord server';
  const servers = await rest.get<RESTAPIPartialCurrentUserGuild[]>(Routes.userGuilds());
  if (servers.length === 0) {
    const advice = 'Open the link below as an admin of the server, and choose it there.';
    return [attention(about, 'The bot is in no server.', advice)];
  }
  const findings: Finding[] = [];
  for (const server of servers.slice(0, MOST_SERVERS)) findings.push(...(await examineServer(rest, server, botId)));
  if (servers.length > MOST_SERVERS) {
    findings.push(ok(about, `Looked at ${MOST_SERVERS} servers of more.`));
  }
  return findings;
}
