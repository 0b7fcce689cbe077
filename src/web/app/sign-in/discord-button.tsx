import { Button } from '@mantine/core';
import type { SignInWish } from '../../api/contract-of-signing.ts';
import { useBeginSignIn } from '../api/use-discord-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from '../shell/plain-page.module.css';

/** The way to Discord's page, which sends one back to `/sign-in/discord`. */
export function DiscordButton({ purpose, label }: { purpose: SignInWish['purpose']; label: string }) {
  const { say } = useLanguage();
  const begin = useBeginSignIn();
  return (
    <>
      {begin.error ? (
        <div className={styles.scene}>
          <ProblemNotice error={begin.error} />
        </div>
      ) : null}
      {/* It stays busy until the browser has left. */}
      <Button size="md" loading={begin.isPending || begin.isSuccess} onClick={() => begin.mutate({ purpose })}>
        {label}
        {begin.isPending || begin.isSuccess ? <span className="unseen">{say('loading')}</span> : null}
      </Button>
    </>
  );
}
