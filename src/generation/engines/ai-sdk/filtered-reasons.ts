import { z } from 'zod';

const MARK = 'raiMediaFilteredReasons';

const filtered = z.object({
  name: z.string(),
  done: z.literal(true),
  response: z.object({ generateVideoResponse: z.object({ [MARK]: z.array(z.string()).min(1) }) }),
});

/**
 * Veo says `done` without a video when it turns one down, and the reasons beside it, which the SDK's provider does not
 * read (@ai-sdk/google 4: "No videos in response"). Said as the error of the operation, it is told for what it is.
 */
export async function withFilteredReasons(response: Response): Promise<Response> {
  const text = await response.clone().text();
  if (!text.includes(MARK)) return response;
  const parsed = filtered.safeParse(parseJson(text));
  if (!parsed.success) return response;
  const { name, done, response: told } = parsed.data;
  const message = `turned down by moderation: ${told.generateVideoResponse[MARK].join(' ')}`;
  return Response.json({ name, done, error: { message } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
