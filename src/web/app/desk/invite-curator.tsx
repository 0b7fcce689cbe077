import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Role, useInvite } from '../api/use-invite.ts';
import { useLanguage } from '../language/language-context.ts';
import field from '../parts/choice-field.module.css';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './invite-curator.module.css';
import { RoleSelect } from './role-select.tsx';

/** Makes a one-time sign-in link for one more curator, to be handed over by whoever asked for it. */
export function InviteCurator({ mine, onClose }: { mine: Role; onClose: () => void }) {
  const { say } = useLanguage();
  const invite = useInvite();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('curator');
  const [copied, setCopied] = useState(false);
  const made = invite.data ? { ...invite.data, link: new URL(invite.data.path, location.href).href } : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== '' && !invite.isPending) invite.mutate({ name, role });
  }
  return (
    <Dialog title={say('inviteTitle')} onClose={onClose}>
      {made ? (
        <div className={styles.sheet} role="status">
          <p>{say('inviteMade', { name: made.name })}</p>
          <TextInput
            label={say('inviteLink')}
            value={made.link}
            dir="ltr"
            readOnly
            data-autofocus
            onFocus={(event) => event.currentTarget.select()}
          />
          {navigator.clipboard ? (
            <Button onClick={() => void navigator.clipboard.writeText(made.link).then(() => setCopied(true))}>
              {say(copied ? 'copied' : 'copy')}
            </Button>
          ) : null}
        </div>
      ) : (
        <form className={styles.sheet} onSubmit={submit}>
          <p>{say('inviteBody')}</p>
          {invite.error ? <ProblemNotice error={invite.error} /> : null}
          <TextInput
            label={say('inviteName')}
            value={name}
            autoComplete="off"
            dir="auto"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={field.field}>
            <span aria-hidden>{say('role')}</span>
            <RoleSelect label={say('role')} value={role} mine={mine} onChange={setRole} />
          </div>
          <Button type="submit" loading={invite.isPending} disabled={name.trim() === ''}>
            {say('inviteMake')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
