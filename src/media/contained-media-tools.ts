import { stat } from 'node:fs/promises';
import { AdapterError } from '../requests/index.ts';
import { runContained } from './contained-process.ts';
import type { SigningIdentity } from './credentials/signing-identity.ts';
import type {
  Examination,
  Fitting,
  FrameLook,
  FrameShape,
  MediaTools,
  MediaWork,
  PictureLook,
  PictureOutcome,
  ProbeOutcome,
  RenditionOutcome,
  SoundResult,
  Stills,
  VideoFacts,
} from './media-tools.ts';
import type { AddSoundInput } from './tasks/add-sound.task.ts';
import type { CardInput } from './tasks/draw-card.task.ts';
import type { LastFrameInput } from './tasks/draw-last-frame.task.ts';
import type { PreviewInput } from './tasks/draw-preview.task.ts';
import type { StillsInput } from './tasks/draw-stills.task.ts';
import type { DressInput } from './tasks/dress-clip.task.ts';
import type { ExamineInput } from './tasks/examine-file.task.ts';
import type { SalienceInput } from './tasks/find-salience.task.ts';
import type { FramesLookInput } from './tasks/look-at-frames.task.ts';
import type { PictureLookInput } from './tasks/look-at-picture.task.ts';
import type { ProbeInput } from './tasks/probe-video.task.ts';
import type { PictureInput } from './tasks/take-in-picture.task.ts';
import { faultOfRendition } from './video/fault-of-rendition.ts';
import { toFrameRate } from './video/frame-rate.ts';
import { keptByCutting } from './video/place-picture.ts';
import { planRendition, type RenditionTry } from './video/plan-rendition.ts';
import { searchQuality } from './video/quality-search.ts';
import { chooseFitting, type Salience } from './video/salience.ts';
import type { SizeLimit } from './video/size-limit.ts';
import type { ClipSettings, WrittenClip } from './video/write-clip.ts';

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

/**
 * Constant rate factors: x264's for what is kept, which is encoded again for a platform, and for what is sent; SVT-AV1's,
 * whose scale is another, for the web.
 */
const QUALITY = { master: 17, rendition: 20, web: 34 };
/** A busy second may take so many times the bits that would fit if all seconds took the same. */
const PEAK = 4;

/**
 * Media work with FFmpeg (node-av) and libvips (sharp), in processes of its own. `identity`: who signs what goes out.
 * `marked`: whether what goes out shows that a machine made it; the master, which curators look at, never does.
 */
export function createMediaTools(
  limits: MediaLimits = DEFAULT_MEDIA_LIMITS,
  identity: () => Promise<SigningIdentity | null> = async () => null,
  marked = false,
): MediaTools {
  const onVideo = <Result>(task: string, input: unknown, paths: readonly string[], work?: MediaWork) =>
    runContained<Result>(new URL(`./tasks/${task}.task.ts`, import.meta.url), input, {
      timeoutMs: limits.videoTimeoutMs,
      maxMemoryBytes: limits.videoMemoryBytes,
      output: { paths, maxBytes: limits.videoOutputBytes },
      ...work,
    });
  const encode = (settings: ClipSettings, work?: MediaWork) =>
    onVideo<WrittenClip>('encode-clip', settings, [settings.toPath], work);

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

  async function fittingFor(path: string, facts: VideoFacts, frame: FrameShape, work?: MediaWork): Promise<Fitting> {
    const input: SalienceInput = { path, frames: facts.frames };
    const { columns, rows } = await onVideo<Salience>('find-salience', input, [], work);
    const isWider = (facts.width * facts.pixelAspect) / facts.height > frame.width / frame.height;
    return chooseFitting(isWider ? columns : rows, keptByCutting(facts, frame));
  }

  return {
    probe,
    chooseFitting: fittingFor,
    makeRendition: async (path, facts, rendition, toPath, work) => {
      const plan = planRendition(facts, rendition, marked);
      if (plan.plan === 'as-is') return { outcome: 'as-is' };
      if (plan.plan === 'cannot-fit') return plan.outcome;
      const { rate, frames, tries, reshaped } = plan;
      const [largest] = tries;
      const fitting: Fitting = reshaped && largest ? await fittingFor(path, facts, largest, work) : { how: 'whole' };
      const { maxBytes } = rendition;
      const write = async (
        { width, height, audioBitRate }: RenditionTry,
        how: Pick<ClipSettings, 'quality' | 'maxBitRate'>,
        ends: SizeLimit['ends'],
      ) => {
        const size = { width, height, rate, codec: 'h264' } as const;
        const [pieces, limit] = [[{ path, frames, fitting }], { maxBytes, source: path, ends }];
        const written = await encode({ ...size, ...how, audioBitRate, marked, pieces, toPath, limit }, work);
        return written.outcome === 'written' ? (await stat(toPath)).size : written.likelyBytes;
      };
      /** Nobody looks at it again before it is sent. */
      const made = async ({ width, height }: RenditionTry, bytes: number) => {
        const probed = await probe(toPath, work);
        const wanted = { source: facts, width, height, rate, frames, samePicture: !reshaped };
        const fault = probed.outcome === 'video' ? faultOfRendition(probed.facts, wanted) : probed.reason;
        if (fault !== null) throw new Error(`The rendition is not what it was to be: ${fault}`);
        return { outcome: 'made', bytes, width, height } as const;
      };
      if (largest) {
        const maxBitRate = largest.maxBitRate * PEAK;
        const found = await searchQuality({
          ...{ from: QUALITY.rendition, maxBytes },
          encode: (quality) => write(largest, { quality, maxBitRate }, 'by-appearances'),
        });
        if (found !== null) return made(largest, found);
      }
      for (const attempt of tries) {
        const { maxBitRate } = attempt;
        // Held down second by second, so that a busy beginning says nothing of the rest.
        const bytes = await write(attempt, { quality: QUALITY.rendition, maxBitRate }, 'for-certain');
        if (bytes <= maxBytes) return made(attempt, bytes);
      }
      return tooLarge(maxBytes, tries.length);
    },
    join: async ({ parts, width, height, framesPerSecond, sound }, toPath, work) => {
      const rate = toFrameRate(framesPerSecond);
      const how = {
        width,
        height,
        rate,
        codec: 'h264',
        quality: QUALITY.master,
        maxBitRate: null,
        audioBitRate: sound ? 160_000 : null,
      } as const;
      await encode({ ...how, pieces: parts, toPath }, work);
    },
    drawCard: async (card, toPath, work) => {
      const input: CardInput = { ...card, toPath };
      await onVideo<null>('draw-card', input, [toPath], work);
    },
    addSound: (path, { seconds }, order, toPath, work) => {
      const input: AddSoundInput = { ...order, path, seconds, toPath };
      return onVideo<SoundResult>('add-sound', input, [toPath], work);
    },
    dress: async (path, dress, toPath, work) => {
      const input: DressInput = { ...dress, path, toPath, identity: await identity() };
      await onVideo<null>('dress-clip', input, [toPath], work);
    },
    drawStills: (path, { frames, framesPerSecond, pixelAspect }, to, work) => {
      const input: StillsInput = { path, frames, framesPerSecond, pixelAspect, ...to };
      return onVideo<Stills>('draw-stills', input, [to.poster, to.contactSheet], work);
    },
    examine: async (path, work) => {
      const input: ExamineInput = { path, chain: (await identity())?.chain ?? null };
      return onVideo<Examination>('examine-file', input, [], work);
    },
    makeWebVersion: async (path, facts, toPath, work) => {
      const { width, height, frames } = facts;
      const settings: ClipSettings = {
        ...{ width: even(width * facts.pixelAspect), height: even(height), rate: toFrameRate(facts.framesPerSecond) },
        ...{ codec: 'av1', quality: QUALITY.web, maxBitRate: null, marked },
        audioBitRate: facts.audioCodec === null ? null : 96_000,
        pieces: [{ path, frames, fitting: { how: 'whole' } }],
        toPath,
      };
      await encode(settings, work);
    },
    makePreview: async (path, { frames, framesPerSecond, pixelAspect }, toPath, work) => {
      const input: PreviewInput = { path, frames, framesPerSecond, pixelAspect, toPath };
      await onVideo<null>('draw-preview', input, [toPath], work);
    },
    drawLastFrame: async (path, toPath, work) => {
      const input: LastFrameInput = { path, toPath };
      await onVideo<null>('draw-last-frame', input, [toPath], work);
    },
    lookAtPicture: async (path, work) => {
      const input: PictureLookInput = { path, maxPixels: limits.picturePixels };
      return runContained<PictureLook>(new URL('./tasks/look-at-picture.task.ts', import.meta.url), input, {
        timeoutMs: limits.pictureTimeoutMs,
        maxMemoryBytes: limits.pictureMemoryBytes,
        output: { paths: [], maxBytes: 0 },
        ...work,
      });
    },
    lookAtFrames: async (path, { frames, framesPerSecond }, work) => {
      const input: FramesLookInput = { path, frames, framesPerSecond };
      return onVideo<FrameLook[]>('look-at-frames', input, [], work);
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

function even(side: number): number {
  return Math.max(2, 2 * Math.round(side / 2));
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
