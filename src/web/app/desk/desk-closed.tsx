import { useSignInPlatforms } from '../api/use-account-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from '../shell/plain-page.module.css';
import { PlainPage } from '../shell/plain-page.tsx';
import { AccountButtons } from '../sign-in/account-buttons.tsx';

/** For whoever is not signed in: where the way in is found. */
export function DeskClosed() {
  const { say } = useLanguage();
  const platforms = useSignInPlatforms('desk');
  return (
    <PlainPage title={say('deskClosedTitle')}>
      {platforms.length > 0 ? (
        <>
          <p>{say('signInDiscordHint')}</p>
          <AccountButtons platforms={platforms} purpose="desk" />
        </>
      ) : null}
      <p className={styles.after}>{say('deskClosedBody')}</p>
      <p>
        {say('deskClosedExample')}
        <br />
        <code dir="ltr">{`${location.origin}/sign-in?token=…`}</code>
      </p>
    </PlainPage>
  );
}
