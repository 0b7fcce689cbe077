import type { StoredFile } from '../requests/index.ts';

/** Extensions of the types we keep most, so that an operator can open a file from its folder with a double click. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/vtt': 'vtt',
  'application/json': 'json',
};

const TYPES = new Map(Object.entries(EXTENSIONS).map(([type, extension]) => [extension, type]));

const SHA256 = /^[0-9a-f]{64}$/;

/** Whether a text is a SHA-256 in lower-case hex. Anything else must never become part of a path. */
export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

/** `ab/cd/abcd….mp4`: fanned out over two levels, so that no folder grows large; the ending tells the media type. */
export function fileFolder(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}`;
}

export function fileName({ sha256, type }: Pick<StoredFile, 'sha256' | 'type'>): string {
  return `${sha256}.${EXTENSIONS[type] ?? encodeURIComponent(type)}`;
}

/** The media type that a file's name tells; null for a name that is none of ours. */
export function typeOfFileName(name: string): string | null {
  if (!isSha256(name.slice(0, 64)) || name[64] !== '.') return null;
  const ending = name.slice(65);
  try {
    return TYPES.get(ending) ?? decodeURIComponent(ending);
  } catch {
    return null;
  }
}
