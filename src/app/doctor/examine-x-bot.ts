import { attention, type Finding, failing } from '../../bots/finding.ts';
import { createSealing } from '../../bots/x/signing-in/sealing.ts';
import { messageOf } from '../../queue/outage.ts';
import { lookAtXEmbedded, lookAtXInPostgres, type XLookAtRecords } from '../../store/look-at-x.ts';
import type { Config } from '../config.ts';
import { pagesAddress } from '../pages-address.ts';
import { readTokenKey } from '../token-key.ts';
import { keysOf } from '../x-keys.ts';
import { examineKeyFile } from './examine-key-file.ts';

/** Whether the bot can hear and answer on X. */
export async function examineXBot(config: Config): Promise<Finding[]> {
  const keys = keysOf(config);
  const { X_CLIENT_ID: clientId = null } = config;
  if (keys === null && clientId === null) {
    const says = 'Neither X_CLIENT_ID nor the four keys are set: the bot is not on X.';
    return [attention('x', says, 'Where it is wanted there, follow docs/x.md.')];
  }
  try {
    const day = new Date().toISOString().slice(0, 10);
    const seen = await lookAtRecords(config, { clientId, day });
    const key = clientId === null ? null : await readTokenKey(config);
    // A large library comes with it.
    const { examineX } = await import('../../bots/x/examination/examine-x.ts');
    const findings = await examineX({
      apiUrl: config.X_API_URL.replace(/\/$/, ''),
      keys: keys && (await keys.current('GET /2/users/me')),
      login:
        clientId === null ? null : { kept: seen === 'in-use' ? seen : seen.login, sealing: key && createSealing(key) },
      bearerToken: config.X_BEARER_TOKEN ?? null,
      signIn: clientId === null || config.X_SIGN_IN !== 'true' ? null : signInOf(config, clientId),
      approved: config.X_AI_REPLIES_APPROVED === 'true',
      labelled: config.X_AUTOMATION_LABEL === 'true',
      dailyDollars: config.X_DAILY_DOLLARS,
      spentToday: seen === 'in-use' ? null : seen.spentMicroDollars / 1_000_000,
      clock: () => new Date(),
    });
    return [...(await examineKeyFile(config)), ...findings];
  } catch (error) {
    const advice = 'Put right what is wrong with the records and the data folder, and ask again.';
    return [failing('x', `X could not be looked at: ${messageOf(error)}.`, advice)];
  }
}

function signInOf(config: Config, clientId: string) {
  const callbackUrl = `${pagesAddress(config)}/sign-in/x`;
  return { clientId, clientSecret: config.X_CLIENT_SECRET ?? null, callbackUrl };
}

function lookAtRecords(
  { DATABASE_URL, dataDirectory }: Config,
  asked: { clientId: string | null; day: string },
): Promise<XLookAtRecords | 'in-use'> {
  return DATABASE_URL === undefined ? lookAtXEmbedded(dataDirectory, asked) : lookAtXInPostgres(DATABASE_URL, asked);
}
