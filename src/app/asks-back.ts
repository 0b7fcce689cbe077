import type { ChatPlatform } from '../bots/chat-platform.ts';
import { ROOM_BOT } from '../bots/room/room-platform.ts';
import { SEEDED } from '../requests/index.ts';

/**
 * Whether people can be asked something back on a platform (its id): where a status post stands, a question can stand too.
 * A seeded case looks as if asked in the room.
 */
export function asksBackAmong(platforms: readonly ChatPlatform[], platform: string): boolean {
  const asked = platform === SEEDED ? ROOM_BOT.platform : platform;
  return platforms.some(({ id, limits }) => id === asked && limits.statusPosts);
}
