import { snowflakesSince } from '../bots/snowflake.ts';

/** Discord counts from the beginning of 2015. */
const discord = snowflakesSince(1_420_070_400_000n);
/** Ids of our own begin with the millisecond at which they were given, in base 36. */
const OWN_ID = /^([0-9a-z]{9})[0-9a-z]{12}$/;

/** When a member's account was made, in milliseconds since 1970, where its id tells; a visitor's when they came first. */
export function accountSince(member: string): number | null {
  const [platform, id = ''] = member.split(/:(.*)/s);
  if (platform === 'discord' && /^\d{15,20}$/.test(id)) return discord.momentOf(id);
  const time = platform === 'room' ? OWN_ID.exec(id)?.[1] : undefined;
  return time === undefined ? null : Number.parseInt(time, 36);
}
