import { fixedTokens, type Tokens } from '../bots/x/connection/tokens.ts';
import type { Config } from './config.ts';

/** The four keys of OAuth 1.0a, where they are set. */
export function keysOf({ X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN, X_ACCESS_SECRET }: Config): Tokens | null {
  if (!X_APP_KEY || !X_APP_SECRET || !X_ACCESS_TOKEN || !X_ACCESS_SECRET) return null;
  return fixedTokens({
    appKey: X_APP_KEY,
    appSecret: X_APP_SECRET,
    accessToken: X_ACCESS_TOKEN,
    accessSecret: X_ACCESS_SECRET,
  });
}
