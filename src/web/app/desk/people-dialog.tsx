import { Button } from '@mantine/core';
import type { Role } from '../api/use-invite.ts';
import { useDeskPeople, useDeskSessions, usePeopleAct } from '../api/use-people.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { AuditList } from './audit-list.tsx';
import styles from './people-dialog.module.css';
import { RoleSelect, useRoleText } from './role-select.tsx';

interface PeopleDialogProps {
  me: string;
  mine: Role;
  onClose: () => void;
}

/** Who may come in at the desk and as what, and where they are signed in. Who only looks or decides sees their own. */
export function PeopleDialog({ me, mine, onClose }: PeopleDialogProps) {
  const { say, write } = useLanguage();
  const roleText = useRoleText();
  const leads = mine === 'lead' || mine === 'operator';
  const people = useDeskPeople(leads);
  const sessions = useDeskSessions();
  const act = usePeopleAct();
  const error = act.error ?? people.error ?? sessions.error;
  return (
    <Dialog wide title={say('peopleTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        {error ? <ProblemNotice error={error} /> : null}
        {leads ? (
          <section>
            <h3>{say('peopleWho')}</h3>
            <ul className={styles.list}>
              {people.data?.people.map(({ name, role, invitedBy, since }) => (
                <li key={name}>
                  <div>
                    <bdi className={styles.name}>{name}</bdi>
                    <p className={styles.soft}>
                      {invitedBy === null
                        ? say('peopleSince', { when: write.date(since) })
                        : say('peopleInvited', { when: write.date(since), name: invitedBy })}
                    </p>
                  </div>
                  {mine === 'operator' ? (
                    <RoleSelect
                      label={say('roleOf', { name })}
                      value={role}
                      mine={mine}
                      onChange={(next) => act.mutate({ act: 'give-role', name, role: next })}
                    />
                  ) : (
                    <span>{roleText(role)}</span>
                  )}
                  {mine === 'operator' && name !== me ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={say('peopleRemoveName', { name })}
                      onClick={() => act.mutate({ act: 'remove', name })}
                    >
                      {say('peopleRemove')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h3>{say(leads ? 'sessionsOfAll' : 'sessionsOwn')}</h3>
          <ul className={styles.list}>
            {sessions.data?.sessions.map(({ id, curator, startedAt, expiresAt }) => (
              <li key={id}>
                <div>
                  <bdi className={styles.name}>{curator}</bdi>
                  <p className={styles.soft}>
                    {say('sessionTimes', { from: write.dateTime(startedAt), until: write.dateTime(expiresAt) })}
                  </p>
                </div>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={say('sessionEndName', { name: curator, from: write.dateTime(startedAt) })}
                  onClick={() => act.mutate({ act: 'end-session', id })}
                >
                  {say('sessionEnd')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
        {leads ? <AuditList /> : null}
      </div>
    </Dialog>
  );
}
