import { type APIComponentInMessageActionRow, ButtonStyle, ComponentType } from 'discord.js';
import type { Locale } from '../../../requests/index.ts';
import { type OperatingKey, sayToOperators } from '../../../wording/index.ts';
import { type Row, row } from '../answering/buttons.ts';
import { customId } from '../answering/custom-id.ts';
import { escapeText } from '../escape-text.ts';
import type { PrivateAnswer } from '../interactions/responder.ts';
import type { DiscordServer } from '../servers/discord-server.ts';

export const CHANNEL_SETTINGS = ['reviewChannel', 'announceChannel'] as const;
/** A form of Discord's has five fields at most. */
export const DESK_ROLES = ['viewerRoles', 'curatorRoles', 'leadRoles', 'operatorRoles'] as const;
export const MEMBER_ROLES = ['trustedRoles', 'blockedRoles'] as const;
export const ROLE_SETTINGS = [...DESK_ROLES, ...MEMBER_ROLES] as const;

/** Each is a form of its own. */
export const SETUP_FORMS = ['channels', 'roles', 'members'] as const;
export type SetupForm = (typeof SETUP_FORMS)[number];

/** All lists of them must go into one message. */
const SHOWN_ROLES = 8;

/** What is set in a server, and the buttons to set it. */
export function showSetup(locale: Locale, server: DiscordServer, head: 'setup-head' | 'setup-saved'): PrivateAnswer {
  const say = (key: Exclude<OperatingKey & `setup-${string}`, 'setup-lacking'>) =>
    escapeText(sayToOperators(locale, key));
  const channels = CHANNEL_SETTINGS.map((name) => {
    const channel = server[name];
    return `${say(`setup-${name}`)} ${channel === null ? say('setup-none') : `<#${channel}>`}`;
  });
  const roles = ROLE_SETTINGS.map((name) => {
    const chosen = server[name].map((role) => `<@&${role}>`);
    const shown = [...chosen.slice(0, SHOWN_ROLES), ...(chosen.length > SHOWN_ROLES ? ['…'] : [])].join(' ');
    return `${say(`setup-${name}`)} ${shown || say('setup-none')}`;
  });
  // A newcomer would wait for buttons that nobody may press.
  const nobody = server.curatorRoles.length + server.leadRoles.length === 0 ? [`**${say('setup-nobody')}**`] : [];
  const home = server.home ? [escapeText(sayToOperators(locale, 'home-now'))] : [];
  return {
    content: [say(head), ...channels, ...roles, ...nobody, ...home].join('\n'),
    components: [setupButtons(locale)],
  };
}

function setupButtons(locale: Locale): Row {
  return row(...SETUP_FORMS.map((what) => operatorButton(locale, what)));
}

/** A button by which something is set up; pressed, the person's right to it is looked up again. */
export function operatorButton(locale: Locale, what: SetupForm | 'home'): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId('setup', what),
    label: sayToOperators(locale, `button-${what}`),
  };
}
