import { Button } from '@mantine/core';
import { sayPlatform } from '../../../wording/say-platform.ts';
import type { AuditPage } from '../../api/contract-of-audit.ts';
import { useAudit } from '../api/use-people.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './people-dialog.module.css';
import { useRoleText } from './role-select.tsx';

/** Who came in and who was let in or out, newest first. */
export function AuditList() {
  const { say, write } = useLanguage();
  const sentence = useSentence();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit();
  return (
    <section>
      <h3>{say('auditTitle')}</h3>
      {error ? <ProblemNotice error={error} /> : null}
      <ul className={styles.list}>
        {data?.pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <li key={entry.number}>
              <div>
                <p>{sentence(entry)}</p>
                <p className={styles.soft}>
                  <time dateTime={entry.at}>{write.dateTime(entry.at)}</time>
                </p>
              </div>
            </li>
          ))}
      </ul>
      {hasNextPage ? (
        <Button size="compact-sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
    </section>
  );
}

function useSentence(): (entry: AuditPage['entries'][number]) => string {
  const { say, language } = useLanguage();
  const roleText = useRoleText();
  return ({ actor, event }) => {
    const name = actor ?? say('auditDiscord');
    switch (event.kind) {
      case 'signed-in':
        return event.by === 'link'
          ? say('auditSignedIn', { name })
          : say('auditSignedInWith', { name, platform: sayPlatform(language, event.by) });
      case 'turned-away':
        return say('auditTurnedAway');
      case 'signed-out':
        return say('auditSignedOut', { name });
      case 'session-ended':
        return say('auditSessionEnded', { name, curator: event.curator });
      case 'invited':
        return actor === null
          ? say('auditInvitedHere', { curator: event.curator, role: roleText(event.role) })
          : say('auditInvited', { name, curator: event.curator, role: roleText(event.role) });
      case 'role-given':
        return event.role === null
          ? say('auditRemoved', { name, curator: event.curator })
          : say('auditRole', { name, curator: event.curator, role: roleText(event.role) });
      case 'accounts-joined':
        return say('auditAccountsJoined', { platforms: event.platforms.join(' + ') });
      case 'account-parted':
        return say('auditAccountParted', { platform: event.platform });
      default:
        return event satisfies never;
    }
  };
}
