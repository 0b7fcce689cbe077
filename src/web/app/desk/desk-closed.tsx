import { useSignInOffer } from '../api/use-discord-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import { StageMark } from '../parts/stage-mark.tsx';
import styles from '../shell/plain-page.module.css';
import { DiscordButton } from '../sign-in/discord-button.tsx';

/** For whoever is not signed in: where the way in is found. */
export function DeskClosed() {
  const { say } = useLanguage();
  return (
    <div className={styles.page}>
      <div className={styles.scene}>
        <StageMark size={64} />
      </div>
      <h1>{say('deskClosedTitle')}</h1>
      {useSignInOffer().data?.platforms.includes('discord') ? (
        <>
          <p>{say('signInDiscordHint')}</p>
          <DiscordButton purpose="desk" label={say('signInDiscord')} />
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
