import type { Finding } from '../../bots/finding.ts';
import type { Config } from '../config.ts';
import { type Settings, settings } from '../settings.ts';

/** By their names, so that a new one is not forgotten; `CREDENTIALS_KEY` names a file. */
const SECRETS = (Object.keys(settings.shape) as (keyof Settings)[]).filter(
  (name) => /_(KEY|SECRET|TOKEN)$/.test(name) && name !== 'CREDENTIALS_KEY',
);

/** What other programs answer stands in findings, and they may repeat what they were sent. */
export function hideSecrets(config: Config, finding: Finding): Finding {
  const hide = (text: string) => secretsOf(config).reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
  return { ...finding, says: hide(finding.says), advice: finding.advice && hide(finding.advice) };
}

function secretsOf(config: Config): string[] {
  const { DATABASE_URL, REDIS_URL } = config;
  const passwords = [DATABASE_URL, REDIS_URL].flatMap((url) => {
    const { password } = new URL(url ?? 'none:');
    return [password, decodeURIComponent(password)];
  });
  return [...SECRETS.map((name) => config[name]), ...passwords].filter(
    (secret) => secret !== undefined && secret !== '',
  ) as string[];
}
