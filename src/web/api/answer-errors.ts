import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AdapterError } from '../../requests/index.ts';
import type { ProblemCode } from './problems.ts';
import { FORM_NOT_READABLE } from './read-post-form.ts';
import { refuse } from './refuse.ts';

/** What Fastify and its plugins throw on bad input, by their codes. */
const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-readable',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-readable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not-readable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-type',
  FST_FILES_LIMIT: 'one-picture',
  FST_FIELDS_LIMIT: 'body-too-large',
  FST_PARTS_LIMIT: 'body-too-large',
  FST_PROTO_VIOLATION: 'invalid',
  [FORM_NOT_READABLE]: 'not-readable',
};

/** SQLSTATE `disk_full`, as PostgreSQL and PGlite throw it. */
const RECORDS_DISK_FULL = '53100';

/** Every error becomes a problem in the asker's language. What went wrong inside is logged and never told. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      return refuse(reply, 'invalid', { field: fieldOf(error.validation[0]?.instancePath, error.validationContext) });
    }
    if (error instanceof AdapterError) {
      request.log.error({ err: error, code: error.code }, 'Something outside failed');
      return refuse(reply, error.code === 'disk-full' ? 'storage-full' : error.retryable ? 'unavailable' : 'internal');
    }
    if (error.code === RECORDS_DISK_FULL) {
      request.log.error('The disk is full: what was asked here cannot be saved. Free some space');
      return refuse(reply, 'storage-full');
    }
    const known = BY_CODE[error.code];
    if (known) return refuse(reply, known);
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return refuse(reply, status === 404 ? 'not-found' : 'not-readable');
    request.log.error({ err: error }, 'A request failed');
    return refuse(reply, 'internal');
  });
}

function fieldOf(path: string | undefined, place: string | undefined): string {
  return path?.replace(/^\//, '').replaceAll('/', '.') || place || 'body';
}
