import { createHmac } from 'node:crypto';
import type { Discord } from '../discord.ts';
import type { JsonObject } from '../json.ts';
import type { StoredFile } from '../world/world.ts';

const key = 'simulated signature';

function sign(file: StoredFile, until: string): string {
  return createHmac('sha256', key).update(`${file.id} ${until}`).digest('hex');
}

/** A link as Discord signs them: it stops working a day later (docs: reference, "Signed Attachment CDN URLs"). */
export function fileLink(discord: Discord, file: StoredFile): string {
  const issued = Math.floor(discord.now() / 1000);
  const until = (issued + Math.floor(discord.settings.linkMs / 1000)).toString(16);
  const path = `/attachments/${file.channelId}/${file.id}/${encodeURIComponent(file.name)}`;
  return `${discord.origin()}${path}?ex=${until}&is=${issued.toString(16)}&hm=${sign(file, until)}&`;
}

/** The file behind a link; nothing where it never was, was tampered with, or has run out. */
export function openLink(discord: Discord, url: URL): StoredFile | null {
  const [, , , fileId] = url.pathname.split('/');
  const file = discord.world.files.get(fileId ?? '');
  const until = url.searchParams.get('ex') ?? '';
  if (file === undefined || url.searchParams.get('hm') !== sign(file, until)) return null;
  return Number.parseInt(until, 16) * 1000 < discord.now() ? null : file;
}

export function renderFile(discord: Discord, file: StoredFile): JsonObject {
  const url = fileLink(discord, file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    ...(file.width === null || file.height === null ? {} : { width: file.width, height: file.height }),
    ...(file.description === null ? {} : { description: file.description }),
    content_type: file.contentType,
  };
}
