import type { Config } from '../config.ts';
import type { Finding } from './finding.ts';

/** What other programs answer stands in findings, and they may repeat what they were sent. */
export function hideSecrets(config: Config, finding: Finding): Finding {
  const hide = (text: string) => secretsOf(config).reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
  return { ...finding, says: hide(finding.says), advice: finding.advice && hide(finding.advice) };
}

function secretsOf({ DISCORD_TOKEN, ENGINE_KEY, DATABASE_URL, REDIS_URL }: Config): string[] {
  const passwords = [DATABASE_URL, REDIS_URL].flatMap((url) => {
    const { password } = new URL(url ?? 'none:');
    return [password, decodeURIComponent(password)];
  });
  return [DISCORD_TOKEN, ENGINE_KEY, ...passwords].filter(
    (secret) => secret !== undefined && secret !== '',
  ) as string[];
}
