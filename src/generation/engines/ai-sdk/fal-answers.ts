import { z } from 'zod';

const API = 'https://queue.fal.run/';

/**
 * The address of a model: the SDK's provider (@ai-sdk/fal 3.0.41) puts `fal-ai/` before every name, also where another owner
 * is named, such as `alibaba/wan-3.0/text-to-video`.
 */
export function falAddress(target: string, model: string): string {
  const [owner, ...rest] = model.split('/');
  const assumed = `${API}fal-ai/${model}`;
  return owner !== 'fal-ai' && rest.length > 0 && target.startsWith(assumed) ? `${API}${model}` : target;
}

const problems = z.object({ detail: z.array(z.object({ msg: z.string(), type: z.string() })).min(1) });

/** fal says in `detail` what is wrong, which its provider does not read: told as the error that it does read. */
export async function withFalReasons(response: Response): Promise<Response> {
  if (response.ok || response.status >= 500) return response;
  const parsed = problems.safeParse(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  if (!parsed.success) return response;
  const { status, headers } = response;
  const message = parsed.data.detail.map(({ msg, type }) => `${type}: ${msg}`).join('; ');
  const wait = headers.get('retry-after');
  return Response.json({ error: { message, code: status } }, { status, headers: wait ? { 'retry-after': wait } : {} });
}
