import type { PromptRequest, RequestIn } from '../../requests/index.ts';
import type { ShownClip } from '../pages/shown-clip.ts';
import type { ReadRequestViews } from './read-request-views.ts';
import { NOBODY } from './viewer.ts';

/** The delivered ones of the requests as everybody may see them, in their order. */
export async function readShownClips(
  requests: readonly PromptRequest[],
  readRequestViews: ReadRequestViews,
): Promise<ShownClip[]> {
  const delivered = requests.filter((request): request is RequestIn<'delivered'> => request.state === 'delivered');
  const views = await readRequestViews(delivered, NOBODY);
  return delivered.flatMap((request, place): ShownClip[] => {
    const clip = views[place]?.clip;
    if (!clip) return [];
    const { bytes, type } = request.clip.renditions.room ?? request.clip.master;
    const { id, locale, requester, deliveredAt, callId, parentId, approval } = request;
    return [
      {
        ...{ id, locale, deliveredAt, callId, parentId, clip },
        video: { bytes, type },
        prompt: approval.prompt,
        style: approval.options.style ?? '',
        requesterName: requester.name,
        promptHash: request.clip.promptHash ?? null,
        thumbnailUrl: `/clips/${id}/thumbnail.webp?of=${request.clip.poster.sha256.slice(0, 8)}`,
      },
    ];
  });
}
