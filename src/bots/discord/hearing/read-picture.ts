import type { Readable } from 'node:stream';
import type { APIAttachment } from 'discord.js';
import type { TakenPicture } from '../../../media/take-in-picture.ts';
import type { StoredFile } from '../../../requests/index.ts';
import { MAX_PICTURE_BYTES } from '../discord-limits.ts';
import { openAttachment } from './open-attachment.ts';

export type TakeInPicture = (stream: Readable, limit: { maxBytes: number }) => Promise<TakenPicture>;

export type PictureReading = { outcome: 'none' } | { outcome: 'taken'; file: StoredFile } | { outcome: 'unusable' };

/** So many pictures are fetched and decoded at once, however many arrive. */
const AT_ONCE = 4;

/** Takes in the first picture among a message's attachments, at once: its link works for a day only. */
export function createReadPicture({ takeInPicture, apiUrl }: { takeInPicture: TakeInPicture; apiUrl: string }) {
  let free = AT_ONCE;
  const queue: (() => void)[] = [];

  async function take({ size, url }: APIAttachment): Promise<PictureReading> {
    if (size > MAX_PICTURE_BYTES) return { outcome: 'unusable' };
    const stream = await openAttachment(url, apiUrl);
    if (!stream) return { outcome: 'unusable' };
    const taken = await takeInPicture(stream, { maxBytes: MAX_PICTURE_BYTES });
    return taken.outcome === 'taken' ? taken : { outcome: 'unusable' };
  }

  return async (attachments: readonly APIAttachment[]): Promise<PictureReading> => {
    const picture = attachments.find(({ content_type }) => content_type?.startsWith('image/'));
    if (!picture) return { outcome: 'none' };
    if (free === 0) await new Promise<void>((resolve) => queue.push(resolve));
    else free -= 1;
    try {
      return await take(picture);
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
