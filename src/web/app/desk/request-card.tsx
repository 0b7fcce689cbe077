import { useId } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import { AskPanel } from './ask-panel.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { CardClip } from './card-clip.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardHead } from './card-head.tsx';
import { CardHistory } from './card-history.tsx';
import { CardHold } from './card-hold.tsx';
import { CardPreview } from './card-preview.tsx';
import { CardShots } from './card-shots.tsx';
import { CardStill } from './card-still.tsx';
import { CardTranslation } from './card-translation.tsx';
import { DecidedActions } from './decided-actions.tsx';
import { DecidedNote } from './decided-note.tsx';
import { DeclinePanel } from './decline-panel.tsx';
import { EditPanel } from './edit-panel.tsx';
import { FlagList } from './flag-list.tsx';
import { HoldPanel } from './hold-panel.tsx';
import { KeptOutNote } from './kept-out-note.tsx';
import { MarkedPrompt } from './marked-prompt.tsx';
import { MergePanel } from './merge-panel.tsx';
import { MergedRequests } from './merged-requests.tsx';
import type { OpenPanel } from './open-panel.ts';
import { RecentRequests } from './recent-requests.tsx';
import styles from './request-card.module.css';
import { ReviewActions } from './review-actions.tsx';
import { seesSomething } from './sees-something.ts';
import { SimilarRequests } from './similar-requests.tsx';
import { TextDifference } from './text-difference.tsx';
import { Veil } from './veil.tsx';

interface RequestCardProps {
  card: DeskCard;
  panel: OpenPanel;
  busy: boolean;
  onPanel: (panel: OpenPanel) => void;
  onAct: (act: DeskAction) => void;
  onMove: (step: 1 | -1) => void;
  onOpen: (id: string) => void;
  /** Chooses several, to be decided together. */
  onTogether: (ids: readonly string[]) => void;
  onSentences: () => void;
}

/** All that is known of a request, and what can be done with it. */
export function RequestCard({
  card,
  panel,
  busy,
  onPanel,
  onAct,
  onMove,
  onOpen,
  onTogether,
  onSentences,
}: RequestCardProps) {
  const { say } = useLanguage();
  const promptId = useId();
  const { request, attention, firstApproval } = card;
  const asked = request.asked?.prompt ?? request.prompt;
  const reviewing = request.state === 'in-review' && card.decided === null;
  return (
    <article className={styles.card} aria-labelledby={promptId}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable for those who scroll by keys */}
      <section className={styles.paper} tabIndex={0} aria-labelledby={promptId}>
        <CardHead card={card} />
        <div className={styles.ask}>
          <p id={promptId} dir="auto" lang={request.locale} className={styles.prompt}>
            <MarkedPrompt prompt={asked} flags={card.flags} />
          </p>
          <CardTranslation request={request} />
          {request.pictureUrl ? (
            <Veil grave={seesSomething(card.flags)}>
              <img
                className={styles.picture}
                src={request.pictureUrl}
                alt={say('pictureOf', { name: request.requesterName })}
              />
            </Veil>
          ) : null}
          <KeptOutNote keptOut={card.pictureKeptOut} busy={busy} onAct={onAct} />
        </div>
        {firstApproval && firstApproval.prompt !== request.prompt ? (
          <section className={styles.section}>
            <h2>{say('firstApprovedText', { name: firstApproval.curator })}</h2>
            <p dir="auto">{firstApproval.prompt}</p>
          </section>
        ) : null}
        {card.approvedPrompt === null ? null : (
          <section className={styles.section}>
            <h2>{say('approvedInstead')}</h2>
            <TextDifference before={asked} after={card.approvedPrompt} />
          </section>
        )}
        {card.decided ? <DecidedNote decided={card.decided} /> : null}
        {request.clip ? <CardClip card={card} clip={request.clip} /> : null}
        <CardHold card={card} busy={busy} onAct={onAct} />
        {attention ? <AttentionPanel attention={attention} busy={busy} onAct={onAct} /> : null}
        <FlagList card={card} />
        <CardFacts card={card} />
        {card.still ? (
          <CardStill
            still={card.still}
            prompt={firstApproval?.prompt ?? request.prompt}
            busy={busy}
            onAct={reviewing ? onAct : null}
          />
        ) : null}
        {card.preview ? <CardPreview preview={card.preview} /> : null}
        <CardShots shots={card.shots} prompt={request.prompt} />
        <MergedRequests card={card} busy={busy} onAct={onAct} onOpen={onOpen} />
        <SimilarRequests request={request} similar={card.similar} busy={busy} onTogether={onTogether} />
        <RecentRequests recent={card.recent} />
        <CardHistory history={card.history} />
      </section>
      {reviewing && panel === 'decline' ? (
        <DeclinePanel
          hasPicture={request.pictureUrl !== null}
          locale={request.locale}
          busy={busy}
          onAct={onAct}
          onSentences={onSentences}
          onClose={() => onPanel(null)}
        />
      ) : null}
      {reviewing && panel === 'hold' ? <HoldPanel busy={busy} onAct={onAct} onClose={() => onPanel(null)} /> : null}
      {reviewing && panel === 'ask' ? (
        <AskPanel canAsk={card.canAsk} busy={busy} onAct={onAct} onClose={() => onPanel(null)} />
      ) : null}
      {reviewing && panel === 'merge' ? (
        <MergePanel similar={card.similar} busy={busy} onAct={onAct} onClose={() => onPanel(null)} />
      ) : null}
      {reviewing && panel === 'edit' ? (
        <EditPanel
          request={request}
          script={card.script}
          still={card.still}
          stillUsd={card.stillUsd}
          busy={busy}
          onAct={onAct}
          onClose={() => onPanel(null)}
        />
      ) : null}
      {reviewing && panel === null ? (
        <ReviewActions
          busy={busy}
          canMake={card.plan !== null}
          canPreview={card.plan !== null && card.plan.engine !== 'storyboard' && card.preview === null}
          still={card.still}
          stillUsd={card.stillUsd}
          approves={firstApproval}
          onPanel={onPanel}
          onAct={onAct}
          onMove={onMove}
        />
      ) : null}
      {reviewing || card.decided || attention?.kind === 'appealed' ? null : (
        <DecidedActions request={request} rests={card.rests} busy={busy} onAct={onAct} />
      )}
    </article>
  );
}
