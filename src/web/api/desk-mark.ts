import { z } from 'zod';
import type { PageMark } from '../../requests/index.ts';

const mark = z.tuple([z.iso.datetime({ precision: 3 }), z.string().max(80), z.number().int().min(0).max(0x7fffffff)]);

/** Where a page of the desk ended, as it goes to the pages and comes back. */
export function writeMark({ askedAt, id, wanted }: PageMark): string {
  return Buffer.from(JSON.stringify([askedAt, id, wanted])).toString('base64url');
}

/** Null where it is none of ours. */
export function readMark(text: string): PageMark | null {
  try {
    const [askedAt, id, wanted] = mark.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { askedAt, id, wanted };
  } catch {
    return null;
  }
}
