import type { APIApplicationCommandInteraction } from 'discord.js';
import type { Call } from '../../../calls/call.ts';
import { givenOptions } from '../interactions/given-options.ts';
import type { Operating } from './operating.ts';

/** The call that a command was given; null where there is none of that id. */
export function chosenCall(
  { calls }: Pick<Operating, 'calls'>,
  payload: APIApplicationCommandInteraction,
): Promise<Call | null> {
  return calls.find(String(givenOptions(payload).get('call') ?? ''));
}
