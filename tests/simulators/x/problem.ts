/** What X answers instead. */
export class Problem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, title: string, detail: string, type = 'about:blank') {
    super(detail);
    this.status = status;
    this.body = { title, detail, type, status };
  }
}

export const problem = {
  unauthorized: () => new Problem(401, 'Unauthorized', 'Unauthorized'),
  invalid: (detail: string) =>
    new Problem(400, 'Invalid Request', detail, 'https://api.x.com/2/problems/invalid-request'),
  forbidden: (detail: string) => new Problem(403, 'Forbidden', detail),
  notFound: (detail: string) => new Problem(404, 'Not Found Error', detail),
  tooMany: () => new Problem(429, 'Too Many Requests', 'Too Many Requests'),
};

/** The words by which X tells its refusals of a reply apart. */
export const REFUSALS = {
  notSummoned:
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  duplicate: 'You are not allowed to create a Tweet with duplicate content.',
  gone: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
  readOnly: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
  tooLong: 'Your Tweet text is too long. For more information on how X determines text length see counting characters.',
} as const;
