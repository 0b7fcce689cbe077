/** One account on one platform. Accounts are joined across platforms only when their owner asks for it. */
export interface Member {
  /** The platform's adapter id: `room`, `discord`, `x`, `file`. */
  platform: string;
  /** The account's id at that platform; never shown to people. */
  id: string;
  /** The name shown beside the request. Untrusted text. */
  name: string;
}

/** The key under which a member's votes, quota and place in line are kept. */
export function memberKey(member: Pick<Member, 'platform' | 'id'>): string {
  return `${member.platform}:${member.id}`;
}
