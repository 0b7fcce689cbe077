import type { Discord } from '../discord.ts';
import { isObject, objectsIn, textIn } from '../json.ts';
import { invalidForm, refusal } from '../rest/api-error.ts';
import type { StoredFile } from '../world/world.ts';

/** A file of a multipart body, as it was sent. */
export interface SentFile {
  /** `files[2]` is 2. */
  index: number;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export function contentTypeOf(name: string, given = ''): string {
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? (given === '' ? 'application/octet-stream' : given);
}

/** Width and height of a PNG, which stand at a fixed place; other kinds are not measured. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const isPng = bytes.length > 24 && bytes[0] === 0x89 && bytes[1] === 0x50;
  if (!isPng) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Keeps the files of a new message. Throws 40005 for one that is too large, before anything is kept. */
export function takeInFiles(
  discord: Discord,
  channelId: string,
  sent: readonly SentFile[],
  listed: unknown,
): StoredFile[] {
  if (sent.some(({ bytes }) => bytes.length > discord.settings.attachmentLimit)) throw refusal.tooLarge();
  checkListed(sent, listed);
  return sent.map((file) => {
    const about = objectsIn(listed).find(({ id }) => String(id) === String(file.index));
    const name = textIn(about?.filename) ?? file.name;
    const size = sizeOf(file.bytes);
    const stored: StoredFile = {
      id: discord.nextId(),
      channelId,
      name: (about?.is_spoiler === true ? `SPOILER_${name}` : name).replace(/[^\w.-]/g, '_'),
      contentType: contentTypeOf(name, file.contentType),
      bytes: file.bytes,
      description: textIn(about?.description),
      width: size?.width ?? null,
      height: size?.height ?? null,
    };
    discord.world.files.set(stored.id, stored);
    return stored;
  });
}

function checkListed(sent: readonly SentFile[], listed: unknown): void {
  const missing = objectsIn(listed).findIndex(
    (about) =>
      isObject(about) && String(about.id).length < 4 && !sent.some(({ index }) => String(index) === String(about.id)),
  );
  if (missing === -1) return;
  const message = 'The attachment that this names was not sent.';
  throw invalidForm([{ path: ['attachments', missing], code: 'ATTACHMENT_NOT_FOUND', message }]);
}
