import type { APIMessageComponentInteraction } from 'discord.js';
import { attentionOf } from '../../../moderation/curation/attention-of.ts';
import type { DeskDecision } from '../../../moderation/curation/review-desk.ts';
import { type PromptRequest, toApprove } from '../../../requests/index.ts';
import { sayToCurators } from '../../../wording/index.ts';
import { sayDeskOutcome } from '../../../wording/say-interface.ts';
import { escapeText } from '../escape-text.ts';
import type { Interaction, InteractionHandler } from '../interactions/interaction.ts';
import { type CardAction, type CardSubject, type FormAction, seenMark } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { type Curator, findPressed } from './find-curator.ts';
import { showCard } from './show-card.ts';

/** `changed`: what they saw is not there any more. */
type DecisionOrNot = DeskDecision | 'changed';

export type DecisionFor = (
  request: PromptRequest,
  subject: CardSubject,
  curator: Curator,
) => DecisionOrNot | Promise<DecisionOrNot>;

export type PlainAction = Exclude<CardAction, FormAction | 'translate' | 'next'>;

/** A button that decides at once. */
export function decideByPress(
  action: PlainAction,
  curating: Curating,
): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'update',
    run: (interaction) => decide(interaction, curating, (request, subject) => decisionOf(action, request, subject)),
  };
}

/** Decides for who pressed, where they may, and shows what came of it. `changed`: what they saw is not there any more. */
export async function decide(interaction: Interaction, curating: Curating, decisionFor: DecisionFor): Promise<void> {
  const { locale, respond } = interaction;
  const pressed = await findPressed(interaction, curating);
  if (pressed === null) return;
  const { curator, request, subject } = pressed;
  const { requestId, key } = subject;
  const decision = await decisionFor(request, subject, curator);
  const outcome = decision === 'changed' ? null : await curating.desk.act(requestId, curator.name, decision);
  const problem = outcome ? sayDeskOutcome(locale, outcome) : sayToCurators(locale, 'changed-meanwhile');
  if (problem !== null) await respond.answer({ content: escapeText(problem) });
  await showCard(interaction, curating, { requestId, key, curator });
}

function decisionOf(action: PlainAction, request: PromptRequest, { seen }: CardSubject): DeskDecision | 'changed' {
  switch (action) {
    case 'approve': {
      // Approved is what was on the card; said in full, so that a change in this very moment is not approved with it.
      return seenMark(request) === seen ? { action, ...toApprove(request), ...stillSeen(request) } : 'changed';
    }
    case 'restart':
      return { action: 'restart-shot', shot: attentionOf(request)?.shot ?? 0 };
    case 'release':
      return { action: 'release-clip' };
    case 'block':
      return { action: 'block-clip' };
    case 'uphold':
      return { action: 'uphold-appeal' };
    case 'dismiss-appeal':
      return { action: 'dismiss-appeal' };
    case 'let-stand':
      return { action: 'dismiss-reports' };
    case 'escalate':
    case 'still':
    case 'retry':
    case 'give-up':
      return { action };
    default:
      return action satisfies never;
  }
}

/** The still that stands on the card. */
function stillSeen(request: PromptRequest): { still?: string } {
  return request.state === 'in-review' && request.still?.state === 'made' ? { still: request.still.key } : {};
}
