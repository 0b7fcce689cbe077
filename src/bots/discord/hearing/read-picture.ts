import type { APIAttachment } from 'discord.js';
import { createTakeInLink, type LinkedPicture, type TakeInPicture } from '../../../media/links/take-in-link.ts';
import { DISCORD, MAX_PICTURE_BYTES } from '../discord-limits.ts';

export type PictureReading = { outcome: 'none' } | LinkedPicture;

/** Where Discord keeps what people attach (docs: reference, "CDN endpoints", and the media proxy). */
const CDN_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Takes in the first picture among a message's attachments, at once: its link works for a day only. */
export function createReadPicture({ takeInPicture, apiUrl }: { takeInPicture: TakeInPicture; apiUrl: string }) {
  const rules = { adapter: DISCORD, hosts: CDN_HOSTS, apiUrl };
  const takeInLink = createTakeInLink({ takeInPicture, rules, maxBytes: MAX_PICTURE_BYTES });

  return async (attachments: readonly APIAttachment[]): Promise<PictureReading> => {
    const picture = attachments.find(({ content_type }) => content_type?.startsWith('image/'));
    if (!picture) return { outcome: 'none' };
    return picture.size > MAX_PICTURE_BYTES ? { outcome: 'unusable' } : takeInLink(picture.url);
  };
}
