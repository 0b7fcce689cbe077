import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { type ClipChoices, curatorCommands, memberCommands } from './command-definitions.ts';
import { operatorCommands } from './operator-commands.ts';

/** Every command that the bot has, for whomever it is. */
export function allCommands(choices: ClipChoices): RESTPostAPIApplicationCommandsJSONBody[] {
  return [...memberCommands(choices), ...curatorCommands(), ...operatorCommands()];
}
