import type { PostRef } from '../requests/index.ts';
import type { ChatPlatform } from './chat-platform.ts';

/** The platforms that this installation speaks on, by id. */
export interface Platforms {
  all: readonly ChatPlatform[];
  byId(id: string): ChatPlatform | null;
  /** Whether a post still stands; a post on a platform that was taken out of the configuration does not. */
  stillThere(post: PostRef): Promise<boolean>;
}

export function platformsOf(all: readonly ChatPlatform[]): Platforms {
  const byId = (id: string) => all.find((platform) => platform.id === id) ?? null;
  return { all, byId, stillThere: async (post) => (await byId(post.platform)?.stillThere(post)) ?? false };
}
