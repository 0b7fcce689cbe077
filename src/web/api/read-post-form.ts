import type { FastifyRequest } from 'fastify';
import type { StoredFile } from '../../requests/index.ts';
import { guardPart } from './guard-part.ts';
import { MEGABYTE, PICTURE_LIMITS } from './picture-limits.ts';
import type { ProblemCode } from './problems.ts';
import type { RefusalDetail } from './refuse.ts';
import type { TakeInPicture } from './web-dependencies.ts';

const FIELDS = ['text', 'locale', 'inReplyTo', 'remixOf'] as const;

export type PostForm =
  | { ok: true; fields: Partial<Record<(typeof FIELDS)[number], string>>; picture: StoredFile | null }
  | { ok: false; code: ProblemCode; detail: RefusalDetail };

const MEGABYTES = PICTURE_LIMITS.maxBytes / MEGABYTE;
const REJECTED = {
  'too-large': { code: 'picture-too-large', detail: { field: 'picture', limit: MEGABYTES } },
  'too-many-pixels': { code: 'picture-too-many-pixels', detail: { field: 'picture' } },
  'not-a-picture': { code: 'picture-not-readable', detail: { field: 'picture' } },
} as const;

/** What the fields around a picture may take, in bytes. */
const AROUND = 256 * 1024;

/**
 * Reads a post as it is sent; the picture streams into `takeInPicture` and is never held whole. After a rejection the
 * rest is read and dropped, since a browser that is still sending would not hear the answer.
 */
export async function readPostForm(request: FastifyRequest, takeInPicture: TakeInPicture): Promise<PostForm> {
  if (!request.isMultipart()) return { ok: false, code: 'wrong-type', detail: {} };
  if (Number(request.headers['content-length'] ?? 0) > PICTURE_LIMITS.maxBytes + AROUND) {
    return { ok: false, ...REJECTED['too-large'] };
  }
  const fields: Partial<Record<(typeof FIELDS)[number], string>> = {};
  let picture: StoredFile | null = null;
  let problem: Extract<PostForm, { ok: false }> | null = null;
  for await (const part of partsOf(request)) {
    if (part.type === 'field') {
      const field = FIELDS.find((name) => name === part.fieldname);
      if (part.valueTruncated) problem ??= { ok: false, code: 'body-too-large', detail: { field: part.fieldname } };
      if (field) fields[field] = String(part.value);
      continue;
    }
    // A browser sends an empty part for a file field that was left alone.
    if (problem || part.filename === '') {
      part.file.resume();
    } else if (part.fieldname !== 'picture') {
      problem = { ok: false, code: 'one-picture', detail: { field: part.fieldname } };
      part.file.resume();
    } else {
      const intake = await takeInPicture(guardPart(part.file, request.raw), { maxBytes: PICTURE_LIMITS.maxBytes });
      if (intake.outcome === 'taken') picture = intake.file;
      else problem = { ok: false, ...REJECTED[intake.reason] };
    }
  }
  return problem ?? { ok: true, fields, picture };
}

/** The code of the error that stands for whatever a parser makes of a form that is none. */
export const FORM_NOT_READABLE = 'OPEN_CALL_FORM_NOT_READABLE';

async function* partsOf(request: FastifyRequest) {
  try {
    yield* request.parts();
  } catch (cause) {
    const named = cause instanceof Error && 'code' in cause;
    throw named
      ? cause
      : Object.assign(new Error('The form could not be read', { cause }), { code: FORM_NOT_READABLE });
  }
}
