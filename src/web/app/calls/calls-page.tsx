import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DeskCall } from '../../api/contract-of-calls.ts';
import { useAnnouncements } from '../api/use-announcements.ts';
import { useDeskCalls } from '../api/use-calls.ts';
import type { Role } from '../api/use-invite.ts';
import { useMe } from '../api/use-me.ts';
import { DeskClosed } from '../desk/desk-closed.tsx';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CallCard } from './call-card.tsx';
import { CallForm } from './call-form.tsx';
import styles from './calls-page.module.css';

export function CallsPage() {
  const { say } = useLanguage();
  usePageTitle(say('callsTitle'));
  const { data: me, isPending } = useMe();
  if (isPending) return <PageSkeleton />;
  return me?.curator && me.role ? <Calls role={me.role} /> : <DeskClosed />;
}

/** Every call, how it fills, and what can be done with it. */
function Calls({ role }: { role: Role }) {
  const { say } = useLanguage();
  const { data, error } = useDeskCalls();
  const { data: drafted } = useAnnouncements(role !== 'viewer');
  const [form, setForm] = useState<DeskCall | 'new' | null>(null);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Link to="/desk">{say('backToDesk')}</Link>
          <h1>{say('callsTitle')}</h1>
          <p className={styles.soft}>{say('callsLead')}</p>
        </div>
        {role === 'operator' && data ? <Button onClick={() => setForm('new')}>{say('callOpenNew')}</Button> : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
      {data?.calls.every(({ standing }) => standing) ? <p>{say('callsNone')}</p> : null}
      <div className={styles.list}>
        {data?.calls.map((call) => (
          <CallCard
            key={call.id}
            call={call}
            role={role}
            announcements={drafted?.announcements.filter(({ callId }) => callId === call.id) ?? []}
            onChange={() => setForm(call)}
          />
        ))}
      </div>
      {form !== null && data ? (
        <CallForm
          call={form === 'new' ? null : form}
          engines={data.engines}
          platforms={data.platforms}
          onClose={() => setForm(null)}
        />
      ) : null}
    </div>
  );
}
