import { describe, expect, it } from 'vitest';
import { ENDPOINTS, SCOPES, takesLogin } from '../../../../src/bots/x/connection/endpoints.ts';
import { joinTokens } from '../../../../src/bots/x/connection/join-tokens.ts';
import { fixedTokens } from '../../../../src/bots/x/connection/tokens.ts';
import { schemesOf, specificationIsHere } from '../../../simulators/x/spec/check-x.ts';

const NAMES = { UserToken: 'keys', OAuth2UserToken: 'login', BearerToken: 'app' } as const;

describe('who may make a call at X', () => {
  it.skipIf(!specificationIsHere).each(Object.entries(ENDPOINTS))('%s, as X says', (call, { takes, scopes }) => {
    const [method = '', path = ''] = call.split(' ');
    const schemes = schemesOf(method, path.replaceAll(':id', '{id}')) ?? {};
    const named = Object.keys(schemes).map((scheme) => NAMES[scheme as keyof typeof NAMES]);
    expect(named.toSorted()).toEqual(takes.toSorted());
    expect(schemes.OAuth2UserToken?.toSorted()).toEqual(scopes.toSorted());
  });

  it('needs the scopes that docs/x.md tells', () => {
    expect(SCOPES.toSorted()).toEqual(
      ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'].toSorted(),
    );
  });

  it('is asked of the list for each call: the login where X takes it, else the keys, else nothing is sent', async () => {
    const takes = (call: string) => call !== 'POST /2/only-by-keys';
    const login = { current: async () => 'token', renew: async () => false };
    const keys = { appKey: 'a', appSecret: 'b', accessToken: 'c', accessSecret: 'd' };
    const both = joinTokens({ login, keys: fixedTokens(keys), takes });
    expect(await both.current('GET /2/tweets')).toBe('token');
    expect(await both.current('POST /2/only-by-keys')).toBe(keys);
    const alone = joinTokens({ login, keys: null, takes });
    await expect(alone.current('POST /2/only-by-keys')).rejects.toMatchObject({
      ...{ code: 'not-allowed', neverSent: true, message: /X_ACCESS_TOKEN/ },
    });
    for (const call of Object.keys(ENDPOINTS)) expect(takesLogin(call), call).toBe(true);
  });
});
