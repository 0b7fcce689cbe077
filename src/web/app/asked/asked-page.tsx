import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ApiProblem } from '../api/call-api.ts';
import { useMine } from '../api/use-mine.ts';
import { useAsked } from '../api/use-x.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccountButtons } from '../sign-in/account-buttons.tsx';
import styles from './asked-page.module.css';
import { AskedStanding } from './asked-standing.tsx';
import { readPostId } from './read-post-id.ts';

/** How what was asked on X stands; the post stands in the address, so that it can be kept. */
export function AskedPage() {
  const { say } = useLanguage();
  usePageTitle(say('askedTitle'));
  const [search, setSearch] = useSearchParams();
  const post = readPostId(search.get('post') ?? '');
  const [written, setWritten] = useState(post ?? '');
  const [unreadable, setUnreadable] = useState(false);
  const { data, error } = useAsked(post);
  const unknown = error instanceof ApiProblem && error.status === 404;

  function submit(event: FormEvent) {
    event.preventDefault();
    const id = readPostId(written);
    setUnreadable(id === null);
    if (id !== null) setSearch({ post: id });
  }
  return (
    <div className={styles.page}>
      <h1>{say('askedTitle')}</h1>
      <p className={styles.soft}>{say('askedLead')}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={say('askedLabel')}
          value={written}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          placeholder="https://x.com/…/status/…"
          error={unreadable ? say('askedUnreadable') : null}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <Button type="submit">{say('askedSee')}</Button>
      </form>
      <div role="status">
        {unknown ? <p>{say('askedUnknown')}</p> : null}
        {error && !unknown ? <ProblemNotice error={error} /> : null}
        {data && post ? <AskedStanding asked={data} /> : null}
      </div>
      <OwnPageOnX />
    </div>
  );
}

/** What one asked for there without its address, for who signs in or has: appealed and taken back there too. */
function OwnPageOnX() {
  const { say } = useLanguage();
  const { data } = useMine();
  const signedIn = data?.selves.some(({ platform }) => platform === 'x') === true;
  if (!signedIn && data?.canSignIn.includes('x') !== true) return null;
  return (
    <section className={styles.own} aria-label={say('mineTitle')}>
      <p className={styles.soft}>{say('askedOwnPage')}</p>
      {signedIn ? (
        <Link to="/me">{say('mineTitle')}</Link>
      ) : (
        <>
          <AccountButtons platforms={['x']} purpose="mine" />
          <p className={styles.soft}>{say('mineXHint')}</p>
        </>
      )}
    </section>
  );
}
