import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { StepHandler, StepResult } from '../../queue/step-handler.ts';
import type { RequestIn } from '../../requests/index.ts';
import { finishClip, type InvalidReason } from '../finishing/finish-clip.ts';

export interface FinishClipDependencies {
  files: FileStore;
  media: MediaTools;
  /** What the platform takes to which the clip is sent; null where that platform is not configured any more. */
  renditionsFor: (platform: string) => RenditionLimits | null;
}

/** Makes the clip of the shots that lie on our disk. */
export function createFinishClip({ files, media, renditionsFor }: FinishClipDependencies): StepHandler<'finish-clip'> {
  return async ({ request, signal }) => {
    if (request.state !== 'finishing' || request.clip) return { next: 'nothing' };
    const limits = renditionsFor(request.post.platform);
    const renditionLimits = limits ? { [request.post.platform]: limits } : {};
    const finished = await finishClip(toFinish(request), { files, media, renditionLimits }, { signal });
    if (finished.outcome === 'finished')
      return { next: 'apply', event: { kind: 'clip-finished', clip: finished.clip } };
    return invalid(finished.reason);
  };
}

function toFinish({ shots, approval, locale, engine }: RequestIn<'finishing'>) {
  return {
    prompt: approval.prompt,
    locale,
    engine,
    shots: shots.flatMap((shot) => (shot.state === 'downloaded' ? [{ order: shot.order, file: shot.file }] : [])),
  };
}

/** A shot that is not what was ordered failed after all, and is made again when a curator retries. */
function invalid(reason: InvalidReason): StepResult {
  if (reason.shot === null) {
    return { next: 'apply', event: { kind: 'gave-up', during: 'finishing', error: reason.message } };
  }
  const failure = { kind: 'invalid-file', message: reason.message } as const;
  return { next: 'apply', event: { kind: 'shot-failed', shot: reason.shot, failure } };
}
