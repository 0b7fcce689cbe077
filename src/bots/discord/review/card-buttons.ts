import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import type { ReviewCard } from '../../../moderation/curation/review-card.ts';
import { type Locale, type RequestIn, takesOthers } from '../../../requests/index.ts';
import { sayAsAtDesk } from '../../../wording/index.ts';
import type { PageKey } from '../../../wording/pages.ts';
import { type Row, row } from '../answering/buttons.ts';
import { customId } from '../answering/custom-id.ts';
import { type CardAction, cardActionName, seenMark, writeSubject } from './card-ids.ts';

type Style = APIButtonComponentWithCustomId['style'];

const { Primary, Secondary, Success, Danger } = ButtonStyle;

/** What can be done about a card that waits, in rows; none once it is settled, or while an edited prompt is being checked. */
export function cardButtons(card: ReviewCard, locale: Locale): Row[] {
  return [buttonsFor(card), furtherFor(card)]
    .filter((buttons) => buttons.length > 0)
    .map((buttons) =>
      row(...buttons.map(([action, label, style]) => cardButton(card, locale, { action, label, style }))),
    );
}

/** On what a curator was shown alone: on to the one behind it. */
export function nextButton({ key }: Pick<ReviewCard, 'key'>, locale: Locale): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: customId(cardActionName('next'), writeSubject(key)),
    label: sayAsAtDesk(locale, 'next'),
    style: Secondary,
  };
}

type Plain = Extract<
  PageKey,
  | 'approve'
  | 'editApprove'
  | 'decline'
  | 'escalate'
  | 'hold'
  | 'ask'
  | 'merge'
  | 'stillAsk'
  | 'stillAgain'
  | 'retry'
  | 'startAgain'
  | 'giveUp'
  | 'releaseClip'
  | 'blockClip'
  | 'takeDown'
  | 'dismissReports'
  | 'upholdThisAppeal'
  | 'dismissAppeal'
  | 'translate'
>;
type Button = readonly [action: CardAction, label: Plain, style: Style];

function buttonsFor({ request, kind, ended, details }: ReviewCard): readonly Button[] {
  if (ended || !details) return [];
  switch (kind) {
    case 'review': {
      if (request.state !== 'in-review') return [];
      const canBeMade: readonly Button[] = details.plan ? [['approve', 'approve', Success]] : [];
      const further: readonly Button[] = request.escalated ? [] : [['escalate', 'escalate', Secondary]];
      const still = stillButton(request, details.stillUsd);
      return [...canBeMade, ['edit', 'editApprove', Secondary], ['decline', 'decline', Danger], ...further, ...still];
    }
    case 'failed':
      return [['retry', 'retry', Primary]];
    case 'clip-on-hold':
      return [
        ['release', 'releaseClip', Success],
        ['block', 'blockClip', Danger],
      ];
    case 'may-have-been-billed':
      return [
        ['restart', 'startAgain', Danger],
        ['give-up', 'giveUp', Secondary],
      ];
    case 'reported':
      return [
        ['let-stand', 'dismissReports', Secondary],
        ['take-down', 'takeDown', Danger],
      ];
    case 'appealed':
      return [
        ['uphold', 'upholdThisAppeal', Success],
        ['dismiss-appeal', 'dismissAppeal', Secondary],
      ];
    default:
      return kind satisfies never;
  }
}

/** What leaves it undecided, in a row of its own: one row has five buttons. */
function furtherFor({ request, kind, ended, details }: ReviewCard): readonly Button[] {
  if (ended || !details || kind !== 'review' || request.state !== 'in-review') return [];
  const ask: readonly Button[] = details.canAsk ? [['ask', 'ask', Secondary]] : [];
  const merge: readonly Button[] = details.similar.some(takesOthers) ? [['merge', 'merge', Secondary]] : [];
  const translate: readonly Button[] =
    details.translation.standing === 'offered' ? [['translate', 'translate', Secondary]] : [];
  return [['hold', 'hold', Secondary], ...ask, ...merge, ...translate];
}

/** While one is made there is nothing to press. */
function stillButton({ still }: RequestIn<'in-review'>, stillUsd: number | null): readonly Button[] {
  if (stillUsd === null || still?.state === 'asked' || still?.state === 'starting') return [];
  return [['still', still ? 'stillAgain' : 'stillAsk', Secondary]];
}

function cardButton(
  { key, request }: ReviewCard,
  locale: Locale,
  { action, label, style }: { action: CardAction; label: Plain; style: Style },
): APIButtonComponentWithCustomId {
  const seen = action === 'approve' ? seenMark(request) : '';
  return {
    type: ComponentType.Button,
    custom_id: customId(cardActionName(action), writeSubject(key, seen)),
    label: sayAsAtDesk(locale, label),
    style,
  };
}
