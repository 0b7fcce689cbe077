import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { JoinCodeView } from '../../api/contract-of-joining.ts';
import type { Self } from '../../api/contract-of-mine.ts';
import { useJoin, useJoinCode, usePart } from '../api/use-joining.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './joined-accounts.module.css';
import pageStyles from './mine-page.module.css';
import { WHERE_TEXT } from './where-text.ts';

/** Which accounts are one person with this one, and the way to join another. */
export function JoinedAccounts({ self, onX }: { self: Self; onX: boolean }) {
  const { say } = useLanguage();
  const [done, setDone] = useState<'joinDone' | 'joinParted' | null>(null);
  const part = usePart(self.platform);
  return (
    <section aria-labelledby="mine-joined" className={pageStyles.section}>
      <h2 id="mine-joined">{say('joinTitle')}</h2>
      <p className={pageStyles.soft}>{say('joinHint')}</p>
      <div role="status">{done ? <p className={pageStyles.done}>{say(done)}</p> : null}</div>
      {self.joined.length > 0 ? (
        <div className={styles.joined}>
          <p>{say('joinedTo')}</p>
          <ul>
            {self.joined.map(({ platform, name, joinedAt }) => (
              <li key={`${platform} ${name} ${joinedAt}`} dir="auto">
                {say(WHERE_TEXT[platform] ?? 'mineInRoom', { name })}
              </li>
            ))}
          </ul>
          <Button
            variant="default"
            size="compact-sm"
            loading={part.isPending}
            onClick={() => part.mutate(undefined, { onSuccess: () => setDone('joinParted') })}
          >
            {say('joinPart')}
          </Button>
          {part.error ? <ProblemNotice error={part.error} /> : null}
        </div>
      ) : null}
      <div className={styles.ways}>
        <GetCode self={self} onX={onX && self.platform !== 'x'} />
        <EnterCode self={self} onJoined={() => setDone('joinDone')} />
      </div>
    </section>
  );
}

function GetCode({ self, onX }: { self: Self; onX: boolean }) {
  const { say } = useLanguage();
  const [xName, setXName] = useState('');
  const offer = useJoinCode(self.platform);
  return (
    <form
      className={styles.way}
      onSubmit={(event) => {
        event.preventDefault();
        offer.mutate(xName.trim());
      }}
    >
      {onX ? (
        <TextInput
          label={say('joinXName')}
          value={xName}
          maxLength={20}
          dir="ltr"
          onChange={(event) => setXName(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" variant="default" loading={offer.isPending}>
        {say('joinGetCode')}
      </Button>
      {offer.error ? <ProblemNotice error={offer.error} /> : null}
      <div role="status">{offer.data ? <Code offered={offer.data} xName={offer.variables} /> : null}</div>
    </form>
  );
}

function Code({ offered: { code, minutes }, xName }: { offered: JoinCodeView; xName: string }) {
  const { say } = useLanguage();
  return (
    <div className={styles.code}>
      <p>{say('joinCodeIs', { count: minutes })}</p>
      {xName === '' ? (
        <>
          <output dir="ltr">{code}</output>
          <p className={pageStyles.soft}>{say('joinEnterIt')}</p>
        </>
      ) : (
        <>
          <p className={pageStyles.soft}>{say('joinEnterOnX', { name: xName })}</p>
          <output>{say('joinXWords', { code })}</output>
        </>
      )}
    </div>
  );
}

function EnterCode({ self, onJoined }: { self: Self; onJoined: () => void }) {
  const { say } = useLanguage();
  const [code, setCode] = useState('');
  const join = useJoin(self.platform);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    join.mutate(code, {
      onSuccess: () => {
        setCode('');
        onJoined();
      },
    });
  };
  return (
    <form className={styles.way} onSubmit={enter}>
      <TextInput
        label={say('joinHaveCode')}
        value={code}
        maxLength={40}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={code.trim() === ''} loading={join.isPending}>
        {say('joinEnter')}
      </Button>
      {join.error ? <ProblemNotice error={join.error} /> : null}
    </form>
  );
}
