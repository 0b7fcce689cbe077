import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { SignInReturn } from '../../api/contract-of-signing.ts';
import { useFinishSignIn, useSignInPlatforms } from '../api/use-account-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from '../shell/plain-page.module.css';
import { PlainPage } from '../shell/plain-page.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';

/** Where one goes on to; nothing in the address says where, so that nobody else can. */
const NEXT = { desk: '/desk', mine: '/me' } as const;

/** Where platforms send people back to. Their answer is sent on at once and taken out of the address. */
export function SignInReturnPage() {
  const { say } = useLanguage();
  usePageTitle(say('signInReturnTitle'));
  const { platform = '' } = useParams();
  const navigate = useNavigate();
  const { mutate, error } = useFinishSignIn(platform);
  const opensDesk = useSignInPlatforms('desk').includes(platform);
  const [search, setSearch] = useSearchParams();
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const back = readReturn(search);
    setSearch({}, { replace: true });
    mutate(back, {
      onSuccess: ({ purpose }) => navigate(NEXT[purpose], { replace: true, state: { cameFrom: platform } }),
    });
  }, [search, setSearch, mutate, navigate, platform]);
  return (
    <PlainPage title={say('signInReturnTitle')}>
      {error ? (
        <>
          <div className={styles.scene}>
            <ProblemNotice error={error} />
          </div>
          <Button component={Link} to={opensDesk ? '/sign-in' : NEXT.mine}>
            {say('signInAgain')}
          </Button>
        </>
      ) : (
        <p role="status">{say('signInReturning')}</p>
      )}
    </PlainPage>
  );
}

function readReturn(search: URLSearchParams): SignInReturn {
  const [code, error] = [search.get('code'), search.get('error')];
  return { state: search.get('state') ?? '', ...(code ? { code } : {}), ...(error ? { error } : {}) };
}
