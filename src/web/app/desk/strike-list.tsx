import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { policyText } from '../../../wording/say-policy.ts';
import type { DeskCard } from '../../api/contract.ts';
import { useStrike } from '../api/use-desk.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './request-card.module.css';

type Strikes = DeskCard['strikes'];
type Strike = Strikes['list'][number];

/** What counts against the requester, what follows from it, and the way to lift it or count it again. */
export function StrikeList({ requestId, strikes }: { requestId: string; strikes: Strikes }) {
  const { say, write } = useLanguage();
  const { weight, slowSeconds, blockedUntil, list } = strikes;
  if (list.length === 0) return <p className={styles.quiet}>{say('strikesNone')}</p>;
  return (
    <div className={styles.standing}>
      <p>{say('strikes', { weight })}</p>
      {blockedUntil ? <p>{say('strikesBlocked', { date: write.dateTime(blockedUntil) })}</p> : null}
      {!blockedUntil && slowSeconds > 0 ? <p>{say('strikesSlowed')}</p> : null}
      <ul>
        {list.map((strike) => (
          <StrikeLine key={strike.requestId} cardId={requestId} strike={strike} />
        ))}
      </ul>
    </div>
  );
}

function StrikeLine({ cardId, strike }: { cardId: string; strike: Strike }) {
  const { language, say, write } = useLanguage();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const change = useStrike(cardId);
  const { policy, weight, until, counts, word } = strike;
  const over = Date.parse(until) <= now;

  function send(event: FormEvent) {
    event.preventDefault();
    const action = counts ? 'lift-strike' : 'restore-strike';
    change.mutate(
      { id: strike.requestId, act: { action, reason: reason.trim() } },
      { onSuccess: () => setAsking(false) },
    );
  }

  return (
    <li>
      <strong>{policy === 'rules' ? say('strikeDeclined') : policyText(language, policy).title}</strong>{' '}
      {over ? say('strikeOver') : say('strikeWeight', { weight, date: write.dateTime(until) })}{' '}
      {word ? (
        <span>{say(counts ? 'strikeRestoredBy' : 'strikeLiftedBy', { name: word.curator, reason: word.reason })}</span>
      ) : null}
      {change.error ? <ProblemNotice error={change.error} /> : null}
      {asking ? (
        <form onSubmit={send}>
          <TextInput
            autoFocus
            dir="auto"
            maxLength={500}
            label={say('strikeReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={reason.trim() === ''} loading={change.isPending}>
            {say(counts ? 'liftStrike' : 'restoreStrike')}
          </Button>
        </form>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {say(counts ? 'liftStrike' : 'restoreStrike')}
        </Button>
      )}
    </li>
  );
}
