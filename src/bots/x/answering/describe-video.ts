import { madeAnswer } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import type { Purse } from '../money/purse.ts';
import { X_LIMITS } from '../x-limits.ts';

/** Says what a video shows, for those who do not see it. */
export async function describeVideo(
  { client, purse }: { client: XClient; purse: Purse },
  mediaId: string,
  altText: string,
): Promise<void> {
  const text = [...altText].slice(0, X_LIMITS.altTextLength).join('');
  await client.send({
    method: 'POST',
    path: 'media/metadata',
    endpoint: '/2/media/metadata',
    body: { id: mediaId, metadata: { alt_text: { text } } },
    answer: madeAnswer,
  });
  await purse.paid('alt-text');
}
