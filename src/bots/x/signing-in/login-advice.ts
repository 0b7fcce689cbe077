import type { KeptLogin } from '../x-logins.ts';

export const LOG_IN = 'Log in with: npm run opencall -- login x';

/**
 * What became of renewing a login, for its operator. `failed`: nothing was done; `unclear`: X did not say whether it was;
 * `refused`: X will not do it any more; `over`: the same as the first two, when the token has ended; `lost`: nothing is left.
 */
export type RenewalTrouble = 'failed' | 'unclear' | 'refused' | 'over' | 'lost';

export function renewalAdvice(trouble: RenewalTrouble, { until }: Pick<KeptLogin, 'until'>, reason = ''): string {
  const because = reason === '' ? '' : ` (${reason})`;
  switch (trouble) {
    case 'failed':
      return `The login at X could not be renewed${because}. It can be used until ${until}, and it is tried again`;
    case 'unclear':
      return `X did not say whether it renewed the login${because}. The present one is used until ${until}, and only then X is asked once more, since it may end a login whose renewal is asked for twice. To be safe, log in before then: npm run opencall -- login x`;
    case 'refused':
      return `X does not renew the login any more${because}. It can be used until ${until}. ${LOG_IN}`;
    case 'over':
      return `The login at X has ended and could not be renewed${because}. It is tried again; nothing is heard or said there until then`;
    case 'lost':
      return `The login at X is over${because}. ${LOG_IN}`;
    default:
      return trouble satisfies never;
  }
}
