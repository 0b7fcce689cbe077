/** What those who run it think of a member. */
export type Trust = 'blocked' | 'none' | 'trusted';

/** What is known of a member beside what they ask; each is null where the platform does not tell. Times are ISO 8601. */
export interface Standing {
  trust: Trust;
  accountSince: string | null;
  /** Of the server in which they ask. */
  memberSince: string | null;
}

/** Of platforms that tell nothing of their members. */
export const UNKNOWN_STANDING: Standing = { trust: 'none', accountSince: null, memberSince: null };
