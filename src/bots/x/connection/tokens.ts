import type { TwitterApiTokens } from 'twitter-api-v2';

/** With what a request is signed: OAuth 1.0a keys, or an OAuth 2 access token. */
export type Signature = TwitterApiTokens | string;

/** The account's right to speak at X. */
export interface Tokens {
  /** For a call, e.g. `GET /2/tweets`: X does not take every signature for every one. */
  current(call: string): Promise<Signature>;
  /**
   * X refused what it was given: gets a fresh one where that is possible. False where there is none, so that asking
   * again would not help.
   */
  renew(refused: Signature): Promise<boolean>;
}

/** OAuth 1.0a: four keys that hold until they are taken back. */
export function fixedTokens(keys: {
  appKey: string;
  appSecret: string;
  accessToken: string;
  accessSecret: string;
}): Tokens {
  return { current: async () => keys, renew: async () => false };
}
