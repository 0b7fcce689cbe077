import { Button } from '@mantine/core';
import { sayPlatform } from '../../../wording/say-platform.ts';
import type { SignInWish } from '../../api/contract-of-signing.ts';
import { useBeginSignIn } from '../api/use-account-sign-in.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './account-buttons.module.css';

/** The way to the platform's page, which sends one back to `/sign-in/<platform>`. */
function AccountButton({ platform, purpose }: { platform: string; purpose: SignInWish['purpose'] }) {
  const { say, language } = useLanguage();
  const begin = useBeginSignIn(platform);
  return (
    <div className={styles.way}>
      {begin.error ? <ProblemNotice error={begin.error} /> : null}
      {/* It stays busy until the browser has left. */}
      <Button size="md" loading={begin.isPending || begin.isSuccess} onClick={() => begin.mutate({ purpose })}>
        {say('signInWith', { platform: sayPlatform(language, platform) })}
        {begin.isPending || begin.isSuccess ? <span className="unseen">{say('loading')}</span> : null}
      </Button>
    </div>
  );
}

/** A way to each platform whose account serves. */
export function AccountButtons({
  platforms,
  purpose,
}: {
  platforms: readonly string[];
  purpose: SignInWish['purpose'];
}) {
  return (
    <div className={styles.ways}>
      {platforms.map((platform) => (
        <AccountButton key={platform} platform={platform} purpose={purpose} />
      ))}
    </div>
  );
}
