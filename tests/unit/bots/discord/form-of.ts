import { sayOnDiscord } from '../../../../src/wording/index.ts';
import type { Interaction, Modal } from '../../../simulators/discord/interactions/interaction.ts';

/** The form that an interaction is answered with. Who is told that it took too long here, as on a busy machine, tries again. */
export async function formOf(interaction: Interaction): Promise<Modal> {
  const answer = await interaction.answered;
  if (answer.kind === 'modal') return answer.modal;
  if (answer.kind === 'message' && answer.message.content === sayOnDiscord('en', 'too-slow')) {
    return formOf(interaction.again());
  }
  throw new Error(`no form but ${JSON.stringify(answer)}`);
}
