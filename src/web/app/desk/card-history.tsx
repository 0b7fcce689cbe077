import { DECLINE_REASONS } from '../../../wording/decline-reasons.ts';
import type { PageKey } from '../../../wording/pages.ts';
import { REASON_TEXT } from '../../../wording/reason-text.ts';
import { policyText } from '../../../wording/say-policy.ts';
import type { HistoryLine } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { OUTCOME_TEXT } from './outcome-text.ts';
import styles from './request-card.module.css';

const EVENT_TEXT = {
  asked: 'eventAsked',
  'prompt-screened': 'eventScreened',
  'prompt-edited': 'eventEdited',
  'still-asked': 'eventStillAsked',
  'still-made': 'eventStillMade',
  'still-failed': 'eventStillFailed',
  'still-uncertain': 'eventStillUncertain',
  'still-left-out': 'eventStillLeftOut',
  approved: 'eventApproved',
  declined: 'eventDeclined',
  'passed-over': 'eventPassedOver',
  escalated: 'eventEscalated',
  held: 'eventHeld',
  'question-asked': 'eventAskedBack',
  'question-answered': 'eventAnswered',
  resumed: 'eventResumed',
  merged: 'eventMerged',
  unmerged: 'eventUnmerged',
  'fate-shared': 'eventFateShared',
  'took-in': 'eventTookIn',
  'let-go': 'eventLetGo',
  'generation-started': 'eventStarted',
  'shot-intended': 'eventShot',
  'shot-started': 'eventShot',
  'shot-progressed': 'eventShot',
  'shot-rendered': 'eventShot',
  'shot-downloaded': 'eventShot',
  'shot-failed': 'eventShotFailed',
  'shot-uncertain': 'eventUncertain',
  'shot-restarted': 'eventRetried',
  'clip-finished': 'eventFinished',
  'clip-screened': 'eventClipScreened',
  'clip-released': 'eventReleased',
  'clip-blocked': 'eventBlocked',
  'reply-posted': 'eventReplied',
  'clip-versions-made': 'eventVersions',
  'gave-up': 'eventFailed',
  retried: 'eventRetried',
  withdrawn: 'eventWithdrawn',
  'picture-let-go': 'eventPictureLetGo',
  'taken-down': 'eventTakenDown',
  reported: 'eventReported',
  'reports-dismissed': 'eventReportsDismissed',
  appealed: 'eventAppealed',
  'appeal-upheld': 'eventAppeal',
  'appeal-dismissed': 'eventAppealDismissed',
  'let-rest': 'eventLetRest',
  'strike-lifted': 'eventStrikeLifted',
  'strike-restored': 'eventStrikeRestored',
  'picture-kept-out': 'eventPictureKeptOut',
  'picture-let-in': 'eventPictureLetIn',
} as const satisfies Record<string, PageKey>;

/** Between the asking for a still and what came of it. */
const UNTOLD = ['still-intended', 'still-not-sent'];

/** What happened so far. A shot that moves on tells little and often: of each run of such lines the last is shown. */
export function CardHistory({ history }: { history: readonly HistoryLine[] }) {
  const { language, say, write } = useLanguage();
  const nameOf = (actor: string) => {
    if (actor === 'requester') return say('actorRequester');
    if (actor === 'member') return say('actorMember');
    return actor === 'platform' ? say('actorPlatform') : actor;
  };
  /** Codes in words; a curator's own words as they are. */
  const detailOf = ({ event, detail }: HistoryLine) => {
    if (detail === null) return null;
    if (event === 'prompt-screened' || event === 'clip-screened') {
      const [outcome = '', ...policies] = detail.split(', ');
      const words = outcome in OUTCOME_TEXT ? say(OUTCOME_TEXT[outcome as keyof typeof OUTCOME_TEXT]) : outcome;
      return [words, ...policies.map((policy) => policyText(language, policy).title)].join(' · ');
    }
    if (event === 'declined') {
      const [reason = '', ...note] = detail.split(': ');
      const known = DECLINE_REASONS.find((one) => one === reason);
      return [known ? say(REASON_TEXT[known]) : reason, ...note].join(': ');
    }
    return detail;
  };
  const told = history.filter(
    ({ event }, index) =>
      !UNTOLD.includes(event) &&
      (textOf(event) !== 'eventShot' || textOf(history[index + 1]?.event ?? '') !== 'eventShot'),
  );
  return (
    <section className={styles.section}>
      <h2>{say('history')}</h2>
      <ol className={styles.history}>
        {told.map((line) => {
          const text = textOf(line.event);
          return (
            <li key={`${line.event} ${line.version} ${line.at}`}>
              <span>{text ? say(text) : line.event}</span>
              {line.actor ? <small>{say('byActor', { name: nameOf(line.actor) })}</small> : null}
              <time dateTime={line.at}>{write.dateTime(line.at)}</time>
              {line.detail ? (
                <span className={styles.detail} dir="auto">
                  {detailOf(line)}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function textOf(event: string) {
  return event in EVENT_TEXT ? EVENT_TEXT[event as keyof typeof EVENT_TEXT] : null;
}
