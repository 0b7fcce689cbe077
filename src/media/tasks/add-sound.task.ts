import { AVERROR_EOF } from 'node-av/constants';
import { Packet } from 'node-av/lib';
import { answer } from '../contained-task.ts';
import type { SoundOrder, SoundResult } from '../media-tools.ts';
import { normalize } from '../sound/loudness.ts';
import { leveled, mixSound } from '../sound/mix-sound.ts';
import { pcmFrame } from '../sound/pcm-frame.ts';
import { placeSpeech } from '../sound/place-speech.ts';
import { quicken } from '../sound/quicken.ts';
import { readSound } from '../sound/read-sound.ts';
import { openAudioEncoder, SAMPLE_RATE } from '../video/encode-audio.ts';
import { must } from '../video/ffmpeg-result.ts';
import { openMp4 } from '../video/mp4-file.ts';
import { openVideo } from '../video/open-video.ts';
import { type Pcm, readPcm } from '../video/pcm.ts';

export interface AddSoundInput extends SoundOrder {
  path: string;
  seconds: number;
  toPath: string;
}

/** Samples that AAC takes at a time. */
const PORTION = 1024;

const BIT_RATE = 160_000;

/** Root mean squares: a voice stands well before what it is heard over, before it is ducked. */
const LOUDNESS = { speech: 0.12, bed: 0.05 };

/** A voice that goes on for longer than this per piece is cut off rather than read. */
const LONGEST_PIECE = 60;

answer<AddSoundInput, SoundResult>(async (input) => {
  const samples = Math.round(input.seconds * SAMPLE_RATE);
  const { pcm, spoken } = await compose(input, samples);
  const heard = pcm === null ? null : await normalize(pcm);
  await write(input, heard);
  return { spoken };
});

async function compose(input: AddSoundInput, samples: number): Promise<{ pcm: Pcm | null } & SoundResult> {
  const own = input.keepOwn ? await ownSound(input.path, samples) : null;
  const bed = input.bed === null ? null : leveled(await readSound(input.bed, input.seconds), LOUDNESS.bed);
  const pieces = await Promise.all(input.speech.map((path) => readSound(path, LONGEST_PIECE)));
  const lengths = pieces.map(({ left }) => left.length / SAMPLE_RATE);
  const { tempo, times } = placeSpeech(lengths, input.seconds);
  const speech = await Promise.all(
    times.map(async ({ start }, index) => ({
      start: Math.round(start * SAMPLE_RATE),
      pcm: leveled(await quicken(pieces[index] as Pcm, tempo), LOUDNESS.speech),
    })),
  );
  const grounds = [own, bed].filter((ground) => ground !== null);
  const pcm = grounds.length + speech.length > 0 ? mixSound(samples, grounds, speech) : null;
  return { pcm, spoken: times };
}

async function ownSound(path: string, samples: number): Promise<Pcm | null> {
  await using opened = await openVideo(path);
  return opened.audio === null ? null : await readPcm(opened.format, opened.audio, samples);
}

/** The picture as it is, packet by packet, beside the new sound; without any where there is none. */
async function write({ path, toPath }: AddSoundInput, pcm: Pcm | null): Promise<void> {
  await using opened = await openVideo(path);
  const encoder = pcm === null ? null : await openAudioEncoder(BIT_RATE);
  const file = await openMp4(toPath, encoder === null ? [] : [encoder], { copies: [opened.video] });
  try {
    using packet = new Packet();
    packet.alloc();
    const tick = opened.video.timeBase.toDouble();
    let encoded = 0;
    const soundUntil = async (until: number) => {
      if (pcm === null) return;
      for (; encoded < until; encoded += PORTION) {
        const part = (side: Float32Array) => side.slice(encoded, encoded + PORTION);
        using frame = pcmFrame({ left: part(pcm.left), right: part(pcm.right) }, encoded);
        await file.tracks[0]?.encode(frame);
      }
    };
    for (;;) {
      const result = await opened.format.readFrame(packet);
      if (result === AVERROR_EOF) break;
      must(result, 'read');
      if (packet.streamIndex === opened.video.index) {
        const at = Number(packet.dts) * tick;
        await file.copied[0]?.write(packet);
        // Whole portions only: the encoder takes a shorter one as the last.
        await soundUntil(Math.min(pcm?.left.length ?? 0, at * SAMPLE_RATE) - PORTION);
      }
      packet.unref();
    }
    await soundUntil(pcm?.left.length ?? 0);
    if (pcm !== null) await file.tracks[0]?.encode(null);
    await file.finish();
  } finally {
    await file.close();
  }
}
