import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { MOST_COUNTED } from '../../../requests/index.ts';
import type { DeskCounts } from '../../api/contract.ts';
import type { DeskOrder, DeskView } from '../api/query-keys.ts';
import type { Role } from '../api/use-invite.ts';
import { useSignOut } from '../api/use-me.ts';
import { useXMoney } from '../api/use-x.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { Icon } from '../parts/icon.tsx';
import styles from './desk-bar.module.css';
import { StandingTroubles } from './standing-troubles.tsx';
import { ORDERS, VIEWS } from './use-desk-place.ts';
import { XDialog } from './x-dialog.tsx';

const VIEW_TEXT = {
  waiting: 'viewWaiting',
  attention: 'viewAttention',
  held: 'viewHeld',
  decided: 'viewDecided',
} as const;
const ORDER_TEXT = { oldest: 'orderOldest', newest: 'orderNewest', 'most-wanted': 'orderMostWanted' } as const;

interface DeskBarProps {
  curator: string;
  role: Role;
  counts: DeskCounts | undefined;
  view: DeskView;
  order: DeskOrder;
  onView: (view: DeskView) => void;
  onOrder: (order: DeskOrder) => void;
  onKeys: () => void;
  onPalette: () => void;
  onPeople: () => void;
  onCare: () => void;
  /** Null for those who may not. */
  onInvite: (() => void) | null;
  onVotes: (() => void) | null;
}

/** What there is to do, which part of it is shown, and who is at the desk. */
export function DeskBar({
  curator,
  role,
  counts,
  view,
  order,
  onView,
  onOrder,
  onKeys,
  onPalette,
  onPeople,
  onCare,
  onInvite,
  onVotes,
}: DeskBarProps) {
  const { say, write } = useLanguage();
  const now = useNow();
  const signOut = useSignOut();
  const [onX, setOnX] = useState(false);
  const { data: money } = useXMoney(role !== 'viewer');
  const count = { waiting: counts?.waiting, attention: counts?.attention, held: counts?.held, decided: undefined };
  const inWords = (found: number) => (found === MOST_COUNTED ? say('orMore', { count: found }) : write.number(found));
  return (
    <div className={styles.bar}>
      <div className={styles.head}>
        <h1>{say('deskTitle')}</h1>
        <div className={styles.who}>
          <span className={styles.name}>{say('signedInAs', { name: curator })}</span>
          <button type="button" className={styles.keys} onClick={onPalette}>
            {say('palette')}
            <kbd>P</kbd>
          </button>
          <button type="button" className={styles.keys} onClick={onKeys}>
            <Icon name="keyboard" />
            {say('keys')}
            <kbd>?</kbd>
          </button>
          {money && money.limitUsd !== null ? (
            <Button
              size="compact-sm"
              variant={money.stopped === 'nothing' ? 'default' : 'filled'}
              aria-label={say('xTitle')}
              onClick={() => setOnX(true)}
            >
              {say('xOpen')} · {write.smallDollars(money.usd)}
            </Button>
          ) : null}
          {role === 'lead' || role === 'operator' ? (
            <Button size="compact-sm" variant="default" component={Link} to="/desk/figures">
              {say('figures')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" component={Link} to="/desk/calls">
            {say('callsTitle')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onCare}>
            {say('care')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onPeople}>
            {say('people')}
          </Button>
          {onVotes ? (
            <Button size="compact-sm" variant="default" onClick={onVotes}>
              {say('votesOpen')}
            </Button>
          ) : null}
          {onInvite ? (
            <Button size="compact-sm" variant="default" onClick={onInvite}>
              {say('invite')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {say('signOut')}
          </Button>
        </div>
      </div>
      <div className={styles.choices}>
        <ChoiceRow
          quiet
          legend={say('views')}
          choices={VIEWS.map((value) => ({
            value,
            label: say(VIEW_TEXT[value]),
            ...(count[value] ? { sign: <span className={styles.count}>{inWords(count[value])}</span> } : {}),
          }))}
          value={view}
          onChange={onView}
        />
        <p className={styles.facts}>
          {counts ? say('underWay', { count: counts.underWay }) : '\u00a0'}
          {counts?.oldestWaiting ? ` · ${say('oldestWaiting', { ago: write.ago(counts.oldestWaiting, now) })}` : ''}
        </p>
        <label className={styles.order}>
          <span className="unseen">{say('order')}</span>
          <select value={order} onChange={(event) => onOrder(event.currentTarget.value as DeskOrder)}>
            {ORDERS.filter((one) => view === 'waiting' || one !== 'most-wanted').map((value) => (
              <option key={value} value={value}>
                {say(ORDER_TEXT[value])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {onX && money ? <XDialog money={money} onClose={() => setOnX(false)} /> : null}
      {counts ? <StandingTroubles troubles={counts.troubles} /> : null}
    </div>
  );
}
