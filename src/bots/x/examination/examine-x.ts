import { z } from 'zod';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import { type AccountLook, lookAtAccount } from '../connection/look-at-account.ts';
import type { Signature } from '../connection/tokens.ts';
import { createXClient } from '../connection/x-client.ts';
import { examineLogin, type LoginLook } from './examine-login.ts';
import { examinePrices } from './examine-prices.ts';
import { examineSignIn, type SignInToExamine } from './examine-sign-in.ts';

export interface XLook {
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  /** The four keys of OAuth 1.0a, where they are set. */
  keys: Signature | null;
  /** Null where no client is set to log in with. */
  login: LoginLook | null;
  bearerToken: string | null;
  /** Null where nobody signs in on the pages with X. */
  signIn: SignInToExamine | null;
  /** What the operator has confirmed. */
  approved: boolean;
  labelled: boolean;
  dailyDollars: number;
  /** US dollars; null where that is not known. */
  spentToday: number | null;
  clock: Clock;
}

/** Looks at everything that must be right at X, and changes nothing there. */
export async function examineX(look: XLook): Promise<Finding[]> {
  const { apiUrl, keys, login, bearerToken, signIn, clock } = look;
  const seen = login && examineLogin(login, { now: clock().getTime(), keys: keys !== null });
  const token = seen?.token ?? null;
  const by = [
    ...(token === null ? [] : [{ how: 'the login', signature: token as Signature, mend: LOG_IN_ANEW }]),
    ...(keys === null ? [] : [{ how: 'the four keys', signature: keys, mend: KEYS_ANEW }]),
  ];
  const accounts = await Promise.all(by.map((each) => examineAccount(each, { apiUrl, clock })));
  const known = accounts.flatMap(({ account }) => (account ? [account] : []));
  return [
    ...(seen?.findings ?? []),
    ...accounts.flatMap(({ findings }) => findings),
    ...examineWhether(known),
    ...(bearerToken === null ? [] : [await examineStream(bearerToken, { apiUrl, clock })]),
    ...(signIn === null ? [] : [await examineSignIn(signIn, { apiUrl, clock })]),
    examineLabel(look.labelled),
    examineApproval(look.approved),
    examinePrices(look.dailyDollars, look.spentToday),
  ];
}

const LOG_IN_ANEW = 'Log in anew: npm run opencall -- login x.';
const KEYS_ANEW =
  'On the page of the app at X, under Keys and tokens, make the access token and its secret anew, and set X_ACCESS_TOKEN and X_ACCESS_SECRET; X_APP_KEY and X_APP_SECRET stand there too.';

async function examineAccount(
  { how, signature, mend }: { how: string; signature: Signature; mend: string },
  surroundings: { apiUrl: string; clock: Clock },
): Promise<{ account: AccountLook | null; findings: Finding[] }> {
  try {
    const account = await lookAtAccount(signature, surroundings);
    const finding = ok('x account', `X takes ${how}; the bot is @${account.username}.`);
    return { account, findings: [finding, ...examineAccess(account)] };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { account: null, findings: [refusal(error, { how, mend })] };
  }
}

function refusal({ code, message }: AdapterError, { how, mend }: { how: string; mend: string }): Finding {
  if (code === 'token-refused') return failing('x account', `X refuses ${how}.`, mend);
  if (code === 'rate-limited') {
    return attention(
      'x account',
      'X was asked too often and wants to be left alone.',
      'Ask again in a quarter of an hour.',
    );
  }
  if (code === 'no-credits')
    return failing('x account', 'The credits at X are used up.', 'Add some in the developer console.');
  if (code === 'not-allowed') {
    return failing('x account', `${message}.`, 'Look at the app and the account in the developer console.');
  }
  return failing('x account', `${message}.`, 'Check the connection of this machine and X_API_URL.');
}

function examineAccess({ accessLevel }: AccountLook): Finding[] {
  if (accessLevel === null) return [];
  if (accessLevel.startsWith('read-write')) return [ok('x rights', 'The four keys may read and write.')];
  const advice = `Choose “Read and write” in the settings of the app at X; keys that were made before stay as they were. ${KEYS_ANEW}`;
  return [failing('x rights', 'The four keys may only read.', advice)];
}

function examineWhether(known: readonly AccountLook[]): Finding[] {
  const [one, other] = known;
  if (!one) return [];
  const hidden = one.isProtected
    ? [
        failing(
          'x account',
          `@${one.username} is protected: nobody but its followers sees the replies.`,
          'In its settings at X, under Privacy and safety › Audience and tagging, switch “Protect your posts” off.',
        ),
      ]
    : [];
  if (!other || other.id === one.id) return hidden;
  const says = `The login is @${one.username}'s and the four keys are @${other.username}'s.`;
  return [
    ...hidden,
    failing('x account', says, 'Log in as the same account, or take the four keys out of the settings.'),
  ];
}

async function examineStream(
  bearerToken: string,
  { apiUrl, clock }: { apiUrl: string; clock: Clock },
): Promise<Finding> {
  const tokens = { current: async () => bearerToken, renew: async () => false };
  const client = createXClient({ apiUrl, tokens, clock });
  const [path, endpoint] = ['activity/subscriptions', '/2/activity/subscriptions'];
  try {
    await client.send({ method: 'GET', path, endpoint, answer: z.unknown() });
    return ok('x activity stream', 'X takes X_BEARER_TOKEN: mentions are heard within a second.');
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const says = error.code === 'token-refused' ? 'X refuses X_BEARER_TOKEN.' : `${error.message}.`;
    const advice = 'Set the bearer token that the page of the app shows, or leave it out: mentions are then asked for.';
    return failing('x activity stream', says, advice);
  }
}

function examineLabel(labelled: boolean): Finding {
  const about = 'x automation label';
  if (labelled) return ok(about, 'Confirmed: the account carries it, with the name of who runs the bot.');
  return attention(
    about,
    'Not confirmed. X demands it of automated accounts, and no program can see it.',
    'In the settings of the account: (1) Your account › Account information › Automation is on; (2) it names the account of a person; (3) the profile says what the bot does. Then set X_AUTOMATION_LABEL=true.',
  );
}

function examineApproval(approved: boolean): Finding {
  const about = 'x approval';
  if (approved) return ok(about, 'Confirmed: X has approved replies that AI made.');
  return attention(
    about,
    'Not confirmed, so nothing is sent: mentions are heard, and clips are made and wait as “ready”.',
    'Ask X for it (docs/x.md, “The approval”), and set X_AI_REPLIES_APPROVED=true once it is granted.',
  );
}
