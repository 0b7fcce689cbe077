import { AV_PICTURE_TYPE_NONE } from 'node-av/constants';
import type { CodecContext, Frame } from 'node-av/lib';
import { TaskError } from '../contained-task.ts';
import type { JoinPart } from '../media-tools.ts';
import { pcmFrame } from '../sound/pcm-frame.ts';
import { decodeStream } from './decode-stream.ts';
import { openAudioEncoder, SAMPLE_RATE } from './encode-audio.ts';
import { openVideoEncoder, type VideoSettings } from './encode-video.ts';
import { perSecond } from './frame-rate.ts';
import { joinSound, type SoundPart } from './join-sound.ts';
import { meltTogether } from './melt-together.ts';
import { type Mp4Track, openMp4 } from './mp4-file.ts';
import { openVideo } from './open-video.ts';
import { type Pcm, readPcm, silence } from './pcm.ts';
import { createFramePlacer } from './place-frame.ts';
import { retime, type TimedFrame } from './retime.ts';
import { createSizeWatch, type SizeLimit } from './size-limit.ts';
import { drawMark } from './visible-mark.ts';

/** A file to take frames from, how many, and how they go into the frame. */
export type Piece = JoinPart;

export interface ClipSettings extends VideoSettings {
  pieces: readonly Piece[];
  toPath: string;
  /** Bits per second; null for a clip without sound. */
  audioBitRate: number | null;
  /** Whether each frame shows that a machine made it. */
  marked?: boolean;
  /** Broken off once it is too large; absent: it may be as large as it likes. */
  limit?: SizeLimit;
}

export type WrittenClip =
  | { outcome: 'written' }
  /** What lies at the path is no video. `likelyBytes`: how large it would be. */
  | { outcome: 'broken-off'; likelyBytes: number };

/** Encodes pieces one after another into one MP4 of exactly the frames they have, less those that melt into others. */
export async function writeClip(settings: ClipSettings, onProgress: (progress: number) => void): Promise<WrittenClip> {
  const total = settings.pieces.reduce((sum, { frames, melting = 0 }) => sum + frames - melting, 0);
  const tooLarge = settings.limit === undefined ? null : await createSizeWatch(settings.limit);
  const sound = settings.audioBitRate === null ? null : createSound(await openAudioEncoder(settings.audioBitRate));
  let writing: Writing | null = null;
  try {
    let written = 0;
    sound?.add(await soundOfAll(settings));
    const fitted = (piece: Piece) => framesOf(piece, settings);
    for await (const frame of meltTogether(settings.pieces, fitted)) {
      writing ??= await begin(settings, frame, sound);
      frame.pts = BigInt(written);
      frame.duration = 1n;
      // What the source's encoder chose must not become a demand on ours: a forced keyframe per GOP of the source.
      frame.pictType = AV_PICTURE_TYPE_NONE;
      if (settings.marked) drawMark(frame);
      await writing.video.encode(frame);
      written += 1;
      await sound?.encodeUntil(samplesAt(written, settings), writing.audio);
      const likelyBytes = tooLarge?.(bytesOf(writing), writing.video.sent.packets / total) ?? null;
      if (likelyBytes !== null) return { outcome: 'broken-off', likelyBytes };
      if (written % 12 === 0) onProgress(written / total);
    }
    if (writing === null || written !== total) throw new TaskError('not-a-video', `Only ${written} of ${total} frames`);
    await writing.video.encode(null);
    await sound?.finish(writing.audio);
    await writing.finish();
    return { outcome: 'written' };
  } finally {
    await writing?.close();
  }
}

function bytesOf({ video, audio }: Writing): number {
  return video.sent.bytes + (audio?.sent.bytes ?? 0);
}

interface Writing {
  video: Mp4Track;
  audio: Mp4Track | null;
  finish(): Promise<void>;
  close(): Promise<void>;
}

async function begin(settings: ClipSettings, look: Frame, sound: Sound | null): Promise<Writing> {
  const encoder = await openVideoEncoder(settings, look);
  const file = await openMp4(settings.toPath, sound === null ? [encoder] : [encoder, sound.encoder]);
  const [video, audio] = file.tracks;
  if (video === undefined) throw new Error('The file has no track for video');
  return { video, audio: audio ?? null, finish: file.finish, close: file.close };
}

/** As many frames as the piece fills, each in the clip's own size. */
async function* framesOf(piece: Piece, settings: ClipSettings): AsyncGenerator<Frame> {
  await using opened = await openVideo(piece.path);
  const tick = opened.video.timeBase.toDouble();
  async function* timed(): AsyncGenerator<TimedFrame> {
    let first: bigint | null = null;
    for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
      first ??= frame.bestEffortTimestamp;
      yield { frame, seconds: Number(frame.bestEffortTimestamp - first) * tick };
    }
  }
  const sample = opened.video.codecpar.sampleAspectRatio;
  const placer = createFramePlacer(settings, sample.num > 0 && sample.den > 0 ? sample.toDouble() : 1, piece.fitting);
  try {
    for await (const frame of retime(timed(), settings.rate, piece.frames)) yield await placer.place(frame);
  } finally {
    placer.close();
  }
}

/** Samples that belong to so many frames from the start: counted from there, so that rounding never adds up. */
function samplesAt(frames: number, { rate }: ClipSettings): number {
  return Math.round((frames * SAMPLE_RATE) / perSecond(rate));
}

/** The sound of all pieces, laid over each other where they melt. A minute is 23 MB. */
async function soundOfAll(settings: ClipSettings): Promise<Pcm> {
  const parts: SoundPart[] = [];
  let frames = 0;
  for (const piece of settings.pieces) {
    const from = frames - (piece.melting ?? 0);
    frames = from + piece.frames;
    const at = samplesAt(from, settings);
    parts.push({ at, pcm: await soundOf(piece, samplesAt(frames, settings) - at) });
  }
  return joinSound(parts);
}

async function soundOf(piece: Piece, samples: number): Promise<Pcm> {
  await using opened = await openVideo(piece.path);
  // Awaited here: the file is closed as soon as this returns.
  return opened.audio === null ? silence(samples) : await readPcm(opened.format, opened.audio, samples);
}

interface Sound {
  encoder: CodecContext;
  add(pcm: Pcm): void;
  encodeUntil(sample: number, track: Mp4Track | null): Promise<void>;
  finish(track: Mp4Track | null): Promise<void>;
}

/** Feeds sound beside the picture, in the encoder's own portions, so that both lie next to each other in the file. */
function createSound(encoder: CodecContext): Sound {
  const waiting: Pcm[] = [];
  let taken = 0;
  let encoded = 0;
  const portion = encoder.frameSize;
  const next = (samples: number): Pcm => {
    const out = silence(samples);
    for (let at = 0; at < samples; ) {
      const head = waiting[0];
      if (head === undefined) break;
      const count = Math.min(samples - at, head.left.length - taken);
      out.left.set(head.left.subarray(taken, taken + count), at);
      out.right.set(head.right.subarray(taken, taken + count), at);
      at += count;
      taken += count;
      if (taken >= head.left.length) {
        waiting.shift();
        taken = 0;
      }
    }
    return out;
  };
  const encode = async (samples: number, track: Mp4Track | null) => {
    using frame = pcmFrame(next(samples), encoded);
    encoded += samples;
    await track?.encode(frame);
  };
  let end = 0;
  return {
    encoder,
    add: (pcm) => {
      waiting.push(pcm);
      end += pcm.left.length;
    },
    encodeUntil: async (sample, track) => {
      while (encoded + portion <= sample) await encode(portion, track);
    },
    finish: async (track) => {
      while (encoded < end) await encode(Math.min(portion, end - encoded), track);
      await track?.encode(null);
    },
  };
}
