import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import type { DeskView } from '../api/query-keys.ts';
import { useDesk, useDeskAction, useDeskCard, useDeskCounts } from '../api/use-desk.ts';
import type { Role } from '../api/use-invite.ts';
import { useLanguage } from '../language/language-context.ts';
import { announce } from '../parts/announce.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { BreakNote } from './break-note.tsx';
import { CardSkeleton } from './card-skeleton.tsx';
import { CareDialog } from './care-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { DecideTogether, type Together } from './decide-together.tsx';
import styles from './desk.module.css';
import { DeskBar } from './desk-bar.tsx';
import { type DeskDeeds, deskCommands } from './desk-commands.ts';
import { DeskKeys } from './desk-keys.tsx';
import { InviteCurator } from './invite-curator.tsx';
import type { OpenPanel } from './open-panel.ts';
import { PeopleDialog } from './people-dialog.tsx';
import { RequestCard } from './request-card.tsx';
import { RequestQueue } from './request-queue.tsx';
import { approval } from './review-actions.tsx';
import { saidOf } from './said-of.ts';
import { SeededNote } from './seeded-note.tsx';
import { SentencesDialog } from './sentences-dialog.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useCardKeys } from './use-card-keys.ts';
import { useChosen } from './use-chosen.ts';
import { useClaim } from './use-claim.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskPlace } from './use-desk-place.ts';
import { opensFirst, useFirstCard } from './use-first-card.ts';
import { useGraveRun } from './use-grave-run.ts';
import { VoteCasesDialog } from './vote-cases-dialog.tsx';

/** Which dialog is open. */
type Shown = 'keys' | 'palette' | 'people' | 'invite' | 'votes' | 'care' | 'sentences' | null;

/** After these the card is still to be decided. */
const STAYS: readonly DeskAction['action'][] = ['preview', 'still', 'leave-still-out'];

/** The review desk: the queue on one side, the open request on the other, everything by keys too. */
export function Desk({ curator, role }: { curator: string; role: Role }) {
  const mayInvite = role === 'lead' || role === 'operator';
  const { say } = useLanguage();
  const { view, order, requestId: openId, showView, showOrder, open } = useDeskPlace();
  const queue = useDesk(view, order, openId === null && opensFirst());
  const counts = useDeskCounts();
  const lines = useMemo(() => queue.data?.pages.flatMap((page) => page.lines) ?? [], [queue.data]);
  useFirstCard({ place: `${view} ${order}`, ready: !queue.isPending && !queue.isPlaceholderData, lines, openId, open });
  const { data: card, error } = useDeskCard(openId);
  const action = useDeskAction();
  const run = useGraveRun();
  // A panel is of the card on which it was opened, and of no other.
  const [opened, setOpened] = useState<{ of: string | null; panel: OpenPanel }>({ of: null, panel: null });
  const panel = opened.of === openId ? opened.panel : null;
  const setPanel = (next: OpenPanel) => setOpened({ of: openId, panel: next });
  const [notice, setNotice] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>(null);
  const { chosen, toggle, choose, none } = useChosen();
  const [together, setTogether] = useState<Together | null>(null);
  // Who only looks keeps nothing from others.
  useClaim(role === 'viewer' ? undefined : card);

  // The card that is worked on leaves with the focus in it: the next one takes it over.
  const table = useRef<HTMLElement>(null);
  const before = useRef(openId);
  useEffect(() => {
    if (before.current === openId) return;
    if (before.current !== null && document.activeElement === document.body) table.current?.focus();
    before.current = openId;
  }, [openId]);

  const neighbour = useCallback(
    (step: 1 | -1) => {
      const at = lines.findIndex(({ id }) => id === openId);
      return lines[at === -1 ? 0 : at + step]?.id ?? null;
    },
    [lines, openId],
  );
  /** What comes after a decision: the next that nobody else holds, else one before. */
  function following() {
    const at = lines.findIndex(({ id }) => id === openId);
    const others = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at)).toReversed()];
    return others.find(({ heldBy }) => heldBy === null || heldBy.mine)?.id ?? null;
  }

  function show(next: DeskView) {
    setPanel(null);
    setNotice(null);
    none();
    showView(next);
  }

  function move(step: 1 | -1) {
    const id = neighbour(step);
    setPanel(null);
    setNotice(null);
    if (id) open(id);
  }

  function act(what: DeskAction) {
    if (!openId || action.isPending) return;
    const after = following();
    setNotice(null);
    action.mutate(
      { id: openId, act: what },
      {
        onSuccess: ({ outcome, message }) => {
          if (outcome !== 'done' && outcome !== 'one-more-needed') return setNotice(message);
          // The words that a still is made of are worked on.
          if (what.action !== 'still') setPanel(null);
          const did = outcome === 'one-more-needed' ? 'didFirstApproval' : saidOf(what.action);
          announce(say('done', { what: say(did) }));
          if (STAYS.includes(what.action)) return;
          if (card) run.decided(card, Date.now());
          if (view !== 'decided') open(after);
        },
      },
    );
  }

  const reviewing = role !== 'viewer' && card?.request.state === 'in-review' && card.decided === null;
  const aside = role !== 'viewer' && card?.request.state === 'held';
  // While a panel is open its keys are its own: no letter may decide by the way.
  const whenClosed = (run: () => void) => (panel === null ? run : undefined);
  const whenReviewing = (run: () => void) => (reviewing ? whenClosed(run) : undefined);
  const cardDeeds: DeskDeeds = {
    a: whenReviewing(() => act(approval(card?.firstApproval ?? null, card?.still ?? null))),
    e: whenReviewing(() => setPanel('edit')),
    d: whenReviewing(() => setPanel('decline')),
    s: whenReviewing(() => act({ action: 'escalate' })),
    m: whenReviewing(() => setPanel('merge')),
    h: aside ? whenClosed(() => act({ action: 'resume' })) : whenReviewing(() => setPanel('hold')),
    q: whenReviewing(() => setPanel('ask')),
    v: whenReviewing(() => act({ action: 'preview' })),
    i: whenReviewing(() => (canAskStill(card) ? act({ action: 'still' }) : false)),
    r: whenReviewing(() => act({ action: 'release' })),
  };
  const deeds: DeskDeeds = {
    ...cardDeeds,
    j: whenClosed(() => move(1)),
    k: whenClosed(() => move(-1)),
    arrowdown: whenClosed(() => move(1)),
    arrowup: whenClosed(() => move(-1)),
    escape: () => (panel ? setPanel(null) : false),
    x: whenClosed(() => (openId && view === 'waiting' ? toggle(openId) : false)),
    '?': () => setShown('keys'),
  };
  const cardKeys = useCardKeys((reviewing || aside) && !action.isPending ? card.request.id : null, cardDeeds);
  useDeskKeys({ ...deeds, p: () => setShown('palette') }, cardKeys);
  const commands = deskCommands(
    {
      ...deeds,
      1: () => show('waiting'),
      2: () => show('attention'),
      3: () => show('held'),
      4: () => show('decided'),
      chooseShown: view === 'waiting' ? () => choose(lines.slice(0, TOGETHER_AT_MOST).map(({ id }) => id)) : undefined,
      people: () => setShown('people'),
      votes: mayInvite ? () => setShown('votes') : undefined,
      care: () => setShown('care'),
      sentences: role === 'viewer' ? undefined : () => setShown('sentences'),
      invite: mayInvite ? () => setShown('invite') : undefined,
    },
    say,
  );

  return (
    <div className={styles.desk} data-card={openId ? true : undefined}>
      <DeskBar
        curator={curator}
        role={role}
        counts={counts.data}
        view={view}
        order={order}
        onView={show}
        onOrder={showOrder}
        onKeys={() => setShown('keys')}
        onPalette={() => setShown('palette')}
        onPeople={() => setShown('people')}
        onVotes={mayInvite ? () => setShown('votes') : null}
        onCare={() => setShown('care')}
        onInvite={mayInvite ? () => setShown('invite') : null}
      />
      <RequestQueue
        queue={queue}
        lines={lines}
        view={view}
        openId={openId}
        chosen={chosen}
        onOpen={open}
        onChoose={toggle}
        onTogether={setTogether}
        onNone={none}
      />
      <UndoBar onOpen={open} />
      <section ref={table} tabIndex={-1} className={styles.table} aria-label={say('decideLabel')}>
        {role === 'viewer' ? null : <SeededNote />}
        {run.due ? <BreakNote count={run.count} onRested={run.rested} /> : null}
        <button type="button" className={styles.back} onClick={() => open(null)}>
          {say('queue')}
        </button>
        {notice ? (
          <p role="alert" className={styles.notice}>
            {notice}
          </p>
        ) : null}
        {action.error ? <ProblemNotice error={action.error} onClose={() => action.reset()} /> : null}
        {error ? <ProblemNotice error={error} /> : null}
        {card ? (
          <RequestCard
            key={card.request.id}
            card={card}
            panel={panel}
            busy={action.isPending || role === 'viewer'}
            onPanel={setPanel}
            onAct={act}
            onMove={move}
            onOpen={open}
            onTogether={choose}
            onSentences={() => setShown('sentences')}
          />
        ) : openId && !error ? (
          <CardSkeleton />
        ) : queue.isPending || error ? null : (
          <p className={styles.nothing}>{say(lines.length > 0 ? 'chooseCard' : EMPTY[view])}</p>
        )}
      </section>
      {shown === 'keys' ? <DeskKeys onClose={() => setShown(null)} /> : null}
      {shown === 'palette' ? <CommandPalette commands={commands} onClose={() => setShown(null)} /> : null}
      {shown === 'people' ? <PeopleDialog me={curator} mine={role} onClose={() => setShown(null)} /> : null}
      {shown === 'votes' ? <VoteCasesDialog onClose={() => setShown(null)} /> : null}
      {shown === 'sentences' ? <SentencesDialog mine={role} onClose={() => setShown(null)} /> : null}
      {shown === 'care' ? <CareDialog onClose={() => setShown(null)} /> : null}
      {shown === 'invite' ? <InviteCurator mine={role} onClose={() => setShown(null)} /> : null}
      {together ? (
        <DecideTogether
          ids={[...chosen]}
          how={together}
          onClose={() => setTogether(null)}
          onDone={() => {
            setTogether(null);
            if (openId && chosen.has(openId)) open(lines.find(({ id }) => !chosen.has(id))?.id ?? null);
            none();
          }}
        />
      ) : null}
    </div>
  );
}

function canAskStill(card: DeskCard | undefined): boolean {
  return card !== undefined && card.stillUsd !== null && card.still?.state !== 'making';
}

/** As many as the interface takes at once; the pages import nothing but types from it. */
const TOGETHER_AT_MOST = 200;

const EMPTY = {
  waiting: 'emptyWaiting',
  attention: 'emptyAttention',
  held: 'emptyHeld',
  decided: 'emptyDecided',
} as const;
