import { Readable } from 'node:stream';
import type { Follower } from './event-hub.ts';

/** How much a page may be behind, in bytes, before it is cut off; it comes back and catches up from the records. */
export const MOST_BEHIND = 256 * 1024;

/** A follower whose events can be read as a response's body. One that does not read is cut off, and holds nobody up. */
export function createFollowerStream(curator: boolean): { follower: Follower; stream: Readable } {
  const stream = new Readable({ read() {} });
  const follower: Follower = {
    curator,
    send(text) {
      if (stream.destroyed || stream.readableEnded) return;
      stream.push(text);
      if (stream.readableLength > MOST_BEHIND) stream.destroy();
    },
    end: () => {
      if (!stream.destroyed) stream.push(null);
    },
  };
  return { follower, stream };
}
