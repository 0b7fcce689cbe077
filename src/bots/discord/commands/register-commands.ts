import { dequal } from 'dequal';
import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import { pause } from '../../pause.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';

/** What we say of a command; Discord adds ids, versions and empty defaults to it. */
const OURS = [
  'name',
  'type',
  'description',
  'name_localizations',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'channel_types',
];

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60 * 1000;

/**
 * Registers the commands, and tries again while that may help: without them nobody can ask by one or set the bot up, and
 * Discord says only once in a long while that the bot is there.
 */
export async function seeToCommands(
  rest: DiscordRest,
  applicationId: string,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { signal, onError }: { signal: AbortSignal; onError: (error: unknown) => void },
): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      await registerCommands(rest, applicationId, commands);
      return;
    } catch (error) {
      onError(error);
      if (!(error instanceof AdapterError) || !error.retryable) return;
      await pause(Math.max(waitMs, error.retryAfterMs ?? 0), signal);
    }
  }
}

/**
 * Registers the commands where Discord lists others than these, and tells whether it did. Registering is limited, and
 * for a while after it clients show commands as out of date.
 */
export async function registerCommands(
  rest: DiscordRest,
  applicationId: string,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<boolean> {
  if ((await differingCommands(rest, applicationId, commands)).length === 0) return false;
  await rest.put(Routes.applicationCommands(applicationId), { body: commands });
  return true;
}

/** Names of the commands that Discord does not list, lists otherwise, or lists though they are none of these. */
export async function differingCommands(
  rest: DiscordRest,
  applicationId: string,
  commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<string[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const route = Routes.applicationCommands(applicationId);
  const listed = byName(await rest.get<RESTPostAPIApplicationCommandsJSONBody[]>(route, { query }));
  const wanted = byName(commands);
  const names = new Set([...wanted.keys(), ...listed.keys()]);
  return [...names].filter((name) => !dequal(essence(listed.get(name)), essence(wanted.get(name)))).sort();
}

/** As people know them: a command that is typed with its stroke. */
function byName(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]) {
  const typed = ApplicationCommandType.ChatInput;
  return new Map(commands.map((each) => [(each.type ?? typed) === typed ? `/${each.name}` : each.name, each]));
}

/** Without what Discord adds, and without what says the same as nothing. Order counts among options, not in contexts. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all = value.map(essence);
    return all.every((each) => typeof each === 'number') ? all.toSorted() : all;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, each]) => OURS.includes(name) && saysSomething(each));
  // Localizations have languages for names; one of them, Indonesian, is called `id`.
  return Object.fromEntries(kept.map(([name, each]) => [name, name.endsWith('_localizations') ? each : essence(each)]));
}

function saysSomething(value: unknown): boolean {
  const nothing = value === null || value === undefined || value === false || value === '';
  return !nothing && !(Array.isArray(value) && value.length === 0);
}
