export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  /** Nothing of it lies in the file: 416. */
  | { kind: 'outside' };

const WHOLE: ByteRange = { kind: 'whole' };

/**
 * Reads a `Range` header (RFC 9110, 14.2) for a file of so many bytes. One range is served; several, other units and
 * nonsense are ignored, which the standard allows: then the whole file is sent.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '');
  if (!match) return WHOLE;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return WHOLE;
  if (from === '') {
    const length = Math.min(Number(to), bytes);
    return length === 0 ? { kind: 'outside' } : { kind: 'part', start: bytes - length, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return WHOLE;
  return start >= bytes ? { kind: 'outside' } : { kind: 'part', start, end };
}
