import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { StepHandler, StepResult } from '../../queue/step-handler.ts';
import type { RequestIn } from '../../requests/index.ts';
import type { Engines } from '../engines.ts';
import { finishClip, type InvalidReason } from '../finishing/finish-clip.ts';
import { translationOf } from '../language-change.ts';
import type { KnownClips } from '../provenance/known-clips.ts';
import type { SoundBed } from '../sound-bed.ts';
import type { Speech } from '../speech/speech.ts';

export interface FinishClipDependencies {
  engines: Engines;
  files: FileStore;
  media: MediaTools;
  voices: readonly Speech[];
  bed: SoundBed;
  /** Remembers the clip, so that it is known wherever it is found. */
  knownClips: KnownClips;
  /** What the platform takes to which the clip is sent; null where that platform is not configured any more. */
  renditionsFor: (platform: string) => RenditionLimits | null;
}

/** Of an engine that is not there any more: what it made was taken in, and is as it is. */
const UNKNOWN_TOLERANCE = { sides: 0.1, seconds: 1 };

/** Makes the clip of the shots that lie on our disk. */
export function createFinishClip({
  engines,
  files,
  media,
  voices,
  bed,
  knownClips,
  renditionsFor,
}: FinishClipDependencies): StepHandler<'finish-clip'> {
  return async ({ request, signal }) => {
    if (request.state !== 'finishing' || request.clip) return { next: 'nothing' };
    const limits = renditionsFor(request.post.platform);
    const renditionLimits = limits ? { [request.post.platform]: limits } : {};
    const { tolerance = UNKNOWN_TOLERANCE, languages = 'any' } = engines.byId(request.engine)?.limits ?? {};
    const told = request.shots.map(({ order }) => order);
    const translation = await translationOf(request.approval.prompt, told, languages);
    const finished = await finishClip(
      { ...toFinish(request), tolerance, translation },
      { files, media, voices, bed, renditionLimits },
      { signal },
    );
    if (finished.outcome === 'invalid') return invalid(finished.reason);
    const { clip, frameHashes } = finished;
    const made = [clip.master, ...Object.values(clip.renditions)].map(({ sha256 }) => sha256);
    await knownClips.keep(request.id, { files: made, frameHashes });
    return { next: 'apply', event: { kind: 'clip-finished', clip } };
  };
}

function toFinish({ shots, approval, locale, engine }: RequestIn<'finishing'>) {
  return {
    prompt: approval.prompt,
    aspect: approval.options.aspect ?? null,
    sound: approval.options.sound,
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
