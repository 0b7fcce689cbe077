/** The right to speak for an account that its owner gave this app by OAuth 2, as it is kept. */
export interface KeptLogin {
  /** X's id of the app to which it was given. */
  clientId: string;
  account: { id: string; username: string };
  /** What X granted. */
  scopes: readonly string[];
  /** Access token and refresh token, encrypted. */
  sealed: string;
  /** When X gave the access token, ISO 8601. */
  from: string;
  /** Until when X takes it, ISO 8601. */
  until: string;
  renewal: Renewal;
  /** Rises with each change. */
  version: number;
}

/**
 * How it stands with getting the next access token. `begun`: X was asked, or is being asked, and what it answered is not
 * known; the refresh token may be used up. `refused`: X said that it is.
 */
export type Renewal = 'settled' | 'begun' | 'refused';

/** The logins at X, for all processes. */
export interface XLogins {
  find(clientId: string): Promise<KeptLogin | null>;
  /**
   * Keeps it in the place of the version that it was made from; null where that is not the newest any more. With the
   * version null it takes the place of whatever is there.
   */
  save(login: Omit<KeptLogin, 'version'>, inPlaceOf: number | null): Promise<KeptLogin | null>;
}
