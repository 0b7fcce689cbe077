import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import type { Self } from '../../api/contract-of-mine.ts';
import { useLeaveAccount, useMine } from '../api/use-mine.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccountButtons } from '../sign-in/account-buttons.tsx';
import { JoinedAccounts } from './joined-accounts.tsx';
import { KeptOfMe } from './kept-of-me.tsx';
import styles from './mine-page.module.css';
import { OwnRequests } from './own-requests.tsx';
import { WHERE_TEXT } from './where-text.ts';

/** What one asked for here and elsewhere, how it stands, and all that is kept of one. */
export function MinePage() {
  const { say } = useLanguage();
  usePageTitle(say('mineTitle'));
  const { data, error, isPending, refetch } = useMine();
  // Who has just come back from signing in elsewhere came for that.
  const came: { cameFrom?: string } | null = useLocation().state;
  const [chosen, setChosen] = useState(came?.cameFrom ?? null);
  const [deleted, setDeleted] = useState<number | null>(null);
  if (isPending) return <PageSkeleton />;
  const selves = data?.selves ?? [];
  function tellDeleted(count: number) {
    setDeleted(count);
    // It is said at the top, and the button stands at the end.
    scrollTo({ top: 0 });
  }
  const self = selves.find(({ platform }) => platform === chosen) ?? selves.at(-1);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('mineTitle')}</h1>
        <p className={styles.soft}>{say('mineLead')}</p>
        <div role="status">
          {deleted !== null ? <p className={styles.done}>{say('mineDeleted', { count: deleted })}</p> : null}
        </div>
      </header>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {self ? (
        <>
          <Whose selves={selves} self={self} canSignIn={data?.canSignIn ?? []} onChoose={setChosen} />
          <OwnRequests key={self.platform} self={self} />
          <JoinedAccounts key={`joined ${self.platform}`} self={self} onX={data?.canJoinX ?? false} />
          <KeptOfMe key={`kept ${self.platform}`} self={self} onDeleted={tellDeleted} />
        </>
      ) : null}
    </div>
  );
}

interface WhoseProps {
  selves: readonly Self[];
  self: Self;
  canSignIn: readonly string[];
  onChoose: (platform: string) => void;
}

/** As whom one looks, and the way to being somebody elsewhere too. */
function Whose({ selves, self, canSignIn, onChoose }: WhoseProps) {
  const { say } = useLanguage();
  const leave = useLeaveAccount(self.platform);
  const label = ({ platform, name }: Self) => say(WHERE_TEXT[platform] ?? 'mineInRoom', { name });
  return (
    <div className={styles.whose}>
      {selves.length > 1 ? (
        <ChoiceRow
          legend={say('mineAs')}
          choices={selves.map((each) => ({ value: each.platform, label: label(each) }))}
          value={self.platform}
          onChange={onChoose}
        />
      ) : (
        <p>{label(self)}</p>
      )}
      {self.platform === 'room' ? null : (
        <Button variant="default" size="compact-sm" loading={leave.isPending} onClick={() => leave.mutate()}>
          {say('signOut')}
        </Button>
      )}
      {canSignIn.length > 0 ? (
        <div className={styles.elsewhere}>
          <p className={styles.soft}>{say('mineElsewhereHint')}</p>
          <AccountButtons platforms={canSignIn} purpose="mine" />
          {canSignIn.includes('x') ? <p className={styles.soft}>{say('mineXHint')}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
