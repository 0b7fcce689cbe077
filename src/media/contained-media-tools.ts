import { stat } from 'node:fs/promises';
import { AdapterError } from '../requests/index.ts';
import { runContained } from './contained-process.ts';
import type {
  MediaTools,
  MediaWork,
  PictureOutcome,
  ProbeOutcome,
  RenditionOutcome,
  VideoFacts,
} from './media-tools.ts';
import type { LastFrameInput } from './tasks/draw-last-frame.task.ts';
import type { StillsInput } from './tasks/draw-stills.task.ts';
import type { ProbeInput } from './tasks/probe-video.task.ts';
import type { PictureInput } from './tasks/take-in-picture.task.ts';
import { toFrameRate } from './video/frame-rate.ts';
import { planRendition } from './video/plan-rendition.ts';
import type { ClipSettings } from './video/write-clip.ts';

export interface MediaLimits {
  /** Wall time of one piece of work on a video, in milliseconds. */
  videoTimeoutMs: number;
  /** Resident memory of one such process. 1080p takes about 400 MB. */
  videoMemoryBytes: number;
  /** Of what a join may write. */
  videoOutputBytes: number;
  pictureTimeoutMs: number;
  pictureMemoryBytes: number;
  pictureBytes: number;
  picturePixels: number;
  pictureLongSide: number;
}

export const DEFAULT_MEDIA_LIMITS: MediaLimits = {
  videoTimeoutMs: 300_000,
  videoMemoryBytes: 1_200_000_000,
  videoOutputBytes: 1_000_000_000,
  pictureTimeoutMs: 20_000,
  pictureMemoryBytes: 700_000_000,
  pictureBytes: 10_000_000,
  picturePixels: 25_000_000,
  pictureLongSide: 2048,
};

/** x264's constant rate factor for what is kept, which is encoded again for a platform, and for what is sent. */
const QUALITY = { master: 17, rendition: 20 };

/** Media work with FFmpeg (node-av) and libvips (sharp), in processes of its own. */
export function createMediaTools(limits: MediaLimits = DEFAULT_MEDIA_LIMITS): MediaTools {
  const onVideo = <Result>(task: string, input: unknown, paths: readonly string[], work?: MediaWork) =>
    runContained<Result>(new URL(`./tasks/${task}.task.ts`, import.meta.url), input, {
      timeoutMs: limits.videoTimeoutMs,
      maxMemoryBytes: limits.videoMemoryBytes,
      output: { paths, maxBytes: limits.videoOutputBytes },
      ...work,
    });
  const encode = (settings: ClipSettings, work?: MediaWork) =>
    onVideo<null>('encode-clip', settings, [settings.toPath], work);

  async function probe(path: string, work?: MediaWork): Promise<ProbeOutcome> {
    const input: ProbeInput = { path };
    try {
      return { outcome: 'video', facts: await onVideo<VideoFacts>('probe-video', input, [], work) };
    } catch (cause) {
      const reason = whyNoVideo(cause);
      if (reason === null) throw cause;
      return { outcome: 'not-a-video', reason };
    }
  }

  return {
    probe,
    makeRendition: async (path, facts, rendition, toPath, work) => {
      const plan = planRendition(facts, rendition);
      if (plan.plan === 'as-is') return { outcome: 'as-is' };
      if (plan.plan === 'cannot-fit') return plan.outcome;
      const { rate, frames, tries } = plan;
      for (const { width, height, maxBitRate, audioBitRate } of tries) {
        const settings = { width, height, rate, quality: QUALITY.rendition, maxBitRate, audioBitRate };
        await encode({ ...settings, pieces: [{ path, frames }], toPath }, work);
        const { size } = await stat(toPath);
        if (size <= rendition.maxBytes) return { outcome: 'made', bytes: size, width, height };
      }
      return tooLarge(rendition.maxBytes, tries.length);
    },
    join: async ({ parts, width, height, framesPerSecond, sound }, toPath, work) => {
      const rate = toFrameRate(framesPerSecond);
      const how = {
        width,
        height,
        rate,
        quality: QUALITY.master,
        maxBitRate: null,
        audioBitRate: sound ? 160_000 : null,
      };
      await encode({ ...how, pieces: parts, toPath }, work);
    },
    drawStills: async (path, { frames, framesPerSecond, pixelAspect }, to, work) => {
      const input: StillsInput = { path, frames, framesPerSecond, pixelAspect, ...to };
      await onVideo<null>('draw-stills', input, [to.poster, to.contactSheet], work);
    },
    drawLastFrame: async (path, toPath, work) => {
      const input: LastFrameInput = { path, toPath };
      await onVideo<null>('draw-last-frame', input, [toPath], work);
    },
    takeInPicture: async (path, toPath, work) => takeInPicture(limits, path, toPath, work),
  };
}

async function takeInPicture(
  limits: MediaLimits,
  path: string,
  toPath: string,
  work?: MediaWork,
): Promise<PictureOutcome> {
  if ((await stat(path)).size > limits.pictureBytes) return { outcome: 'rejected', reason: 'too-large' };
  const input: PictureInput = { path, toPath, maxPixels: limits.picturePixels, longSide: limits.pictureLongSide };
  try {
    return await runContained<PictureOutcome>(new URL('./tasks/take-in-picture.task.ts', import.meta.url), input, {
      timeoutMs: limits.pictureTimeoutMs,
      maxMemoryBytes: limits.pictureMemoryBytes,
      output: { paths: [toPath], maxBytes: 4 * limits.pictureBytes },
      ...work,
    });
  } catch (cause) {
    // A picture that fells its decoder, or asks for more than any honest one, is no picture to us.
    const felled = cause instanceof AdapterError && ['crashed', 'out-of-memory', 'too-large'].includes(cause.code);
    if (felled) return { outcome: 'rejected', reason: 'not-a-picture' };
    throw cause;
  }
}

/** What says that the file is at fault; null where it is the machine, and trying again may help. */
function whyNoVideo(cause: unknown): string | null {
  if (!(cause instanceof AdapterError)) return null;
  if (cause.code === 'not-a-video') return cause.message;
  if (cause.code === 'crashed') return 'It fells the decoder';
  return cause.code === 'out-of-memory' ? 'It asks for more memory than any clip of ours' : null;
}

function tooLarge(maxBytes: number, tries: number): RenditionOutcome {
  return { outcome: 'cannot-fit', reason: 'too-large', message: `Still over ${maxBytes} bytes after ${tries} tries` };
}
