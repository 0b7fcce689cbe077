import { Button } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useSignInPlatforms } from '../api/use-account-sign-in.ts';
import { useMe, useSignIn } from '../api/use-me.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from '../shell/plain-page.module.css';
import { PlainPage } from '../shell/plain-page.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccountButtons } from './account-buttons.tsx';

/** Uses the one-time link only when the button is pressed: what looks at links in messages must not use it up. */
export function SignInPage() {
  const { say } = useLanguage();
  usePageTitle(say('signInTitle'));
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { data: me } = useMe();
  const signIn = useSignIn();
  const token = search.get('token');
  const platforms = useSignInPlatforms('desk');
  const forMembers = useSignInPlatforms('mine').length > 0;
  return (
    <PlainPage title={say('signInTitle')}>
      {me?.curator ? (
        <>
          <p>{say('signedInAs', { name: me.curator })}</p>
          <Button component={Link} to="/desk">
            {say('navDesk')}
          </Button>
        </>
      ) : token ? (
        <>
          <p>{say('signInBody')}</p>
          {signIn.error ? (
            <div className={styles.scene}>
              <ProblemNotice error={signIn.error} />
            </div>
          ) : null}
          <Button
            size="md"
            loading={signIn.isPending}
            onClick={() => signIn.mutate(token, { onSuccess: () => navigate('/desk', { replace: true }) })}
          >
            {say('signInButton')}
          </Button>
        </>
      ) : platforms.length > 0 ? (
        <>
          <p>{say('signInDiscordHint')}</p>
          <AccountButtons platforms={platforms} purpose="desk" />
          <p className={styles.after}>{say('signInLinkHint')}</p>
        </>
      ) : (
        <p>{say('signInNoToken')}</p>
      )}
      {forMembers && !me?.curator ? (
        <p className={styles.after}>
          <Link to="/me">{say('signInForMine')}</Link>
        </p>
      ) : null}
    </PlainPage>
  );
}
