import type { InteractionHandlers } from '../interactions/interaction.ts';
import { BY_FORM, cardActionName } from './card-ids.ts';
import type { Curating } from './curating.ts';
import { decideByForm, showCardForm } from './decide-by-form.ts';
import { decideByPress, type PlainAction } from './decide-by-press.ts';
import { goOn, reviewCommand } from './review-command.ts';
import { translateByPress } from './translate-by-press.ts';

const PLAIN: readonly PlainAction[] = [
  ...([
    'approve',
    'escalate',
    'still',
    'retry',
    'restart',
    'give-up',
    'release',
    'block',
    'let-stand',
    'uphold',
    'dismiss-appeal',
  ] as const),
];

/** What curators can do; see `findCurator` for who is one. */
export function curatorInteractions(curating: Curating): Omit<InteractionHandlers, 'suggestions'> {
  return {
    commands: { review: reviewCommand(curating) },
    components: Object.fromEntries([
      ...PLAIN.map((action) => [cardActionName(action), decideByPress(action, curating)] as const),
      ...BY_FORM.map((action) => [cardActionName(action), showCardForm(action, curating)] as const),
      [cardActionName('translate'), translateByPress(curating)] as const,
      [cardActionName('next'), goOn(curating)] as const,
    ]),
    forms: Object.fromEntries(BY_FORM.map((action) => [cardActionName(action), decideByForm(action, curating)])),
  };
}
