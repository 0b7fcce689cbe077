import { useSignInPlatforms } from '../api/use-account-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import { StageMark } from '../parts/stage-mark.tsx';
import styles from '../shell/plain-page.module.css';
import { AccountButtons } from '../sign-in/account-buttons.tsx';

/** For whoever is not signed in: where the way in is found. */
export function DeskClosed() {
  const { say } = useLanguage();
  const platforms = useSignInPlatforms('desk');
  return (
    <div className={styles.page}>
      <div className={styles.scene}>
        <StageMark size={64} />
      </div>
      <h1>{say('deskClosedTitle')}</h1>
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
    </div>
  );
}
