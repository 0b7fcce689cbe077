import type { Config } from '../config.ts';
import type { Finding } from './finding.ts';

const SECRETS = [
  'DISCORD_TOKEN',
  'DISCORD_CLIENT_SECRET',
  'ENGINE_KEY',
  'OPENAI_API_KEY',
  'JUDGE_KEY',
  'SPEECH_KEY',
  'S3_SECRET_ACCESS_KEY',
  'TOKEN_SECRET',
  'X_CLIENT_SECRET',
  'X_APP_KEY',
  'X_APP_SECRET',
  'X_ACCESS_TOKEN',
  'X_ACCESS_SECRET',
  'X_BEARER_TOKEN',
] as const satisfies readonly (keyof Config)[];

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
