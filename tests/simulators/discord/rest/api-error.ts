import type { JsonObject } from '../json.ts';

/** One wrong place of a body that was sent, in Discord's shape (docs: reference, "Error Messages"). */
export interface FormError {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

/** An answer with which Discord says no. */
export class ApiError extends Error {
  readonly status: number;
  /** Discord's own code (docs: topics/opcodes-and-status-codes, "JSON Error Codes"). */
  readonly code: number;
  readonly errors: readonly FormError[];
  readonly extra: JsonObject;

  constructor(
    status: number,
    code: number,
    message: string,
    errors: readonly FormError[] = [],
    extra: JsonObject = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.extra = extra;
  }
}

/** What stands in the answer's body. */
export function errorBody(error: ApiError): JsonObject {
  const body: JsonObject = { message: error.message, code: error.code, ...error.extra };
  if (error.errors.length === 0) return body;
  const errors: JsonObject = {};
  for (const { path, code, message } of error.errors) {
    let place = errors;
    for (const step of path) {
      place[step] ??= {};
      place = place[step] as JsonObject;
    }
    place._errors = [...((place._errors as unknown[]) ?? []), { code, message }];
  }
  return { ...body, errors };
}

const no = (status: number, code: number, message: string) => () => new ApiError(status, code, message);

/** The refusals that are simulated, with Discord's own words. */
export const refusal = {
  unauthorized: no(401, 0, '401: Unauthorized'),
  notFound: no(404, 0, '404: Not Found'),
  unknownApplication: no(404, 10002, 'Unknown Application'),
  unknownChannel: no(404, 10003, 'Unknown Channel'),
  unknownGuild: no(404, 10004, 'Unknown Guild'),
  unknownMember: no(404, 10007, 'Unknown Member'),
  unknownMessage: no(404, 10008, 'Unknown Message'),
  unknownUser: no(404, 10013, 'Unknown User'),
  unknownWebhook: no(404, 10015, 'Unknown Webhook'),
  unknownInteraction: no(404, 10062, 'Unknown interaction'),
  unknownCommand: no(404, 10063, 'Unknown application command'),
  oldEdits: no(429, 30046, 'Maximum number of edits to messages older than 1 hour reached. Try again later'),
  tooLarge: no(413, 40005, 'Request entity too large'),
  acknowledged: no(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: no(403, 50001, 'Missing Access'),
  authoredByAnother: no(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: no(400, 50006, 'Cannot send an empty message'),
  cannotMessage: no(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: no(403, 50013, 'Missing Permissions'),
  oldBulkDelete: no(400, 50034, 'You can only bulk delete messages that are under 14 days old.'),
  missingScope: no(403, 50026, 'Missing required OAuth2 scope'),
  invalidToken: no(401, 50027, 'Invalid Webhook Token'),
  invalidJson: no(400, 50109, 'The request body contains invalid JSON.'),
  threadExists: no(400, 160004, 'A thread has already been created for this message'),
  cannotReply: no(400, 160002, 'Cannot reply without permission to read message history'),
} as const;

export function invalidForm(errors: readonly FormError[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', errors);
}
