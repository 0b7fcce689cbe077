import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { StepContext, StepHandler } from '../../queue/step-handler.ts';
import { type ShotOrder, type StoredFile, toMake } from '../../requests/index.ts';
import { createScratch } from '../finishing/scratch.ts';
import { frameSizeOf } from '../frame-size.ts';
import { planClip } from '../plan-clip.ts';
import type { VideoEngine } from '../video-engine.ts';

export interface DrawPreviewDependencies {
  /** Free, and the same key gives the same video. */
  storyboard: VideoEngine;
  files: FileStore;
  media: MediaTools;
}

/** It is for a glance. */
const RESOLUTION = 480;

/** Draws the storyboard of a request in review, shot by shot as it would be made, for curators alone. */
export function createDrawPreview(dependencies: DrawPreviewDependencies): StepHandler<'draw-preview'> {
  const { storyboard } = dependencies;
  return async (context) => {
    const { request } = context;
    if (request.state !== 'in-review' || request.preview?.file !== null) return { next: 'nothing' };
    const { options, ...toPlan } = toMake(request);
    const plan = planClip(request, { ...toPlan, options: { ...options, resolution: RESOLUTION } }, [storyboard]);
    if (plan.outcome === 'impossible') return { next: 'nothing' };
    const drawn: string[] = [];
    await using scratch = createScratch(dependencies.files);
    for (const [place, order] of plan.shots.entries()) {
      const shot = await drawShot(context, dependencies, { order, place, path: () => scratch.path('.mp4') });
      if (shot.state === 'failed') throw new Error(`The storyboard failed: ${shot.message}`);
      if (shot.state === 'running') return { next: 'again', afterMs: shot.checkAfterMs };
      drawn.push(shot.path);
    }
    const file = await joined(dependencies, plan.shots, { drawn, to: await scratch.path('.mp4') });
    return { next: 'apply', event: { kind: 'preview-drawn', file } };
  };
}

type Drawing =
  | { state: 'drawn'; path: string }
  | { state: 'running'; checkAfterMs: number }
  | { state: 'failed'; message: string };

/** Asked again, it goes on where it was: the work row names it. */
async function drawShot(
  { ticket }: StepContext<'draw-preview'>,
  { storyboard }: DrawPreviewDependencies,
  { order, place, path }: { order: ShotOrder; place: number; path: () => Promise<string> },
): Promise<Drawing> {
  const started = await storyboard.start(order, `${ticket.id}.${place}`);
  if (started.outcome === 'refused') return { state: 'failed', message: started.failure.message };
  const status = await storyboard.check(started.operation);
  if (status.state === 'failed') return { state: 'failed', message: status.failure.message };
  if (status.state === 'running') return { state: 'running', checkAfterMs: status.checkAfterMs };
  const to = await path();
  const download = await storyboard.download(started.operation, to);
  return download.outcome === 'gone'
    ? { state: 'failed', message: download.failure.message }
    : { state: 'drawn', path: to };
}

async function joined(
  { files, media }: DrawPreviewDependencies,
  shots: readonly ShotOrder[],
  { drawn, to }: { drawn: readonly string[]; to: string },
): Promise<StoredFile> {
  const [first] = drawn;
  const [order] = shots;
  if (first === undefined || order === undefined) throw new Error('A clip needs a shot');
  if (drawn.length === 1) return files.putFile(first, 'video/mp4');
  const { framesPerSecond } = order;
  const parts = drawn.map((path, place) => ({
    path,
    frames: Math.round((shots[place]?.seconds ?? 0) * framesPerSecond),
    fitting: { how: 'whole' } as const,
  }));
  const sound = shots.some((shot) => shot.sound !== 'none');
  await media.join({ parts, ...frameSizeOf(shots), framesPerSecond, sound }, to);
  return files.putFile(to, 'video/mp4');
}
