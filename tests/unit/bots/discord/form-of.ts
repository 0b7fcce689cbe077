import type { Interaction, Modal } from '../../../simulators/discord/interactions/interaction.ts';

/** The form that an interaction is answered with. */
export async function formOf(interaction: Interaction): Promise<Modal> {
  const answer = await interaction.answered;
  if (answer.kind !== 'modal') throw new Error(`no form but ${JSON.stringify(answer)}`);
  return answer.modal;
}
