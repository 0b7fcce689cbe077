import { attention, type Finding, failing, ok } from '../../finding.ts';
import { ENDPOINTS, SCOPES } from '../connection/endpoints.ts';
import { LOG_IN, renewalAdvice } from '../signing-in/login-advice.ts';
import { openLogin } from '../signing-in/sealed-login.ts';
import type { Sealing } from '../signing-in/sealing.ts';
import type { KeptLogin } from '../x-logins.ts';

/** How the login stands in the records. */
export interface LoginLook {
  /** `in-use`: the running app has the records to itself. */
  kept: KeptLogin | 'in-use' | null;
  /** Null where there is no key. */
  sealing: Sealing | null;
}

/** What it shows, and the access token where X should take it. `keys`: whether the four keys sign what a login does not. */
export function examineLogin(
  { kept, sealing }: LoginLook,
  { now, keys }: { now: number; keys: boolean },
): { findings: Finding[]; token: string | null } {
  const alone = (finding: Finding) => ({ findings: [finding], token: null });
  if (kept === 'in-use') {
    const says = 'The running app has the records to itself, so the login was not looked at.';
    return alone(attention('x login', says, 'Its log says where something is wrong. For a closer look stop it.'));
  }
  if (kept === null) {
    const says =
      'Nobody is logged in, so the four keys sign everything; a login is optional (npm run opencall -- login x).';
    return alone(keys ? ok('x login', says) : failing('x login', 'The bot is not logged in.', `${LOG_IN}.`));
  }
  const lost = keys ? leftToTheKeys : failing;
  const secrets = sealing && openLogin(sealing, kept);
  if (!secrets) {
    const advice = `Bring back TOKEN_SECRET, or token.key in DATA_DIR, as it was. Otherwise: ${LOG_IN}.`;
    return alone(lost('x login', 'It was encrypted with another key.', advice));
  }
  const over = now >= Date.parse(kept.until);
  return { findings: [standing(kept, { over, keys, lost }), scopes(kept)], token: over ? null : secrets.accessToken };
}

/** Without a login the bot goes on. */
function leftToTheKeys(about: string, says: string, advice: string): Finding {
  return attention(about, `${says} The four keys sign what it does not.`, advice);
}

function standing(
  kept: KeptLogin,
  { over, keys, lost }: { over: boolean; keys: boolean; lost: typeof failing },
): Finding {
  const { renewal, account, until } = kept;
  const whose = `@${account.username} is logged in`;
  if (renewal === 'refused') {
    const says = over ? 'The login is over.' : `${renewalAdvice('refused', kept).split('. ')[0]}; it ends at ${until}.`;
    return lost('x login', says, `${LOG_IN}.`);
  }
  if (renewal === 'begun') {
    return attention('x login', `${whose}, but X did not say whether it renewed that.`, `To be safe: ${LOG_IN}.`);
  }
  const next = over
    ? `its token ended at ${until}; the app gets the next when it runs`
    : `renewed by the app before ${until}`;
  const besides = keys ? ' It signs, and the four keys do once it is lost.' : '';
  return ok('x login', `${whose}; ${next}.${besides}`);
}

function scopes({ scopes: granted }: KeptLogin): Finding {
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return ok('x rights', `All that is needed was granted: ${SCOPES.join(', ')}.`);
  const barred = Object.entries(ENDPOINTS).filter(([, each]) => each.scopes.some((scope) => missing.includes(scope)));
  const without = barred.length === 0 ? '' : ` X refuses ${barred.map(([call]) => call).join(', ')} without.`;
  const advice = `Choose “Read and write” in the settings of the app at X. ${LOG_IN}.`;
  return failing('x rights', `Not granted: ${missing.join(', ')}.${without}`, advice);
}
