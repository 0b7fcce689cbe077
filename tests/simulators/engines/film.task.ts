import { AV_PIX_FMT_YUV420P } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import { answer } from '../../../src/media/contained-task.ts';
import { pcmFrame } from '../../../src/media/sound/pcm-frame.ts';
import { openAudioEncoder, SAMPLE_RATE } from '../../../src/media/video/encode-audio.ts';
import { openVideoEncoder } from '../../../src/media/video/encode-video.ts';
import { toFrameRate } from '../../../src/media/video/frame-rate.ts';
import { openMp4 } from '../../../src/media/video/mp4-file.ts';
import type { FilmFacts } from './film.ts';

/** A ball of light that crosses a slope of grey, over a tone: moving, bright and dark, and cheap to draw. */
answer<FilmFacts & { path: string }, null>(async ({ path, ...facts }) => {
  const rate = toFrameRate(facts.framesPerSecond);
  const draw = createDrawing(facts);
  const video = await openVideoEncoder({ ...facts, rate, codec: 'h264', quality: 26, maxBitRate: null }, draw(0));
  const audio = facts.sound ? await openAudioEncoder(96_000) : null;
  const file = await openMp4(path, audio === null ? [video] : [video, audio]);
  const [picture, sound] = file.tracks;
  for (let index = 0; index < facts.frames; index += 1) {
    using frame = draw(index);
    frame.pts = BigInt(index);
    await picture?.encode(frame);
  }
  await picture?.encode(null);
  const samples = Math.round((facts.frames * SAMPLE_RATE * rate.den) / rate.num);
  for (let at = 0; sound !== undefined && at < samples; at += 1024) {
    using frame = tone(at, Math.min(1024, samples - at));
    await sound.encode(frame);
  }
  await sound?.encode(null);
  await file.finish();
  await file.close();
  return null;
});

function createDrawing({ width, height, frames }: FilmFacts): (index: number) => Frame {
  const bytes = Buffer.alloc((width * height * 3) / 2, 128);
  const row = Buffer.from(Uint8Array.from({ length: width }, (_, x) => 40 + Math.floor((x / width) * 120)));
  const size = Math.floor(Math.min(width, height) / 4);
  const light = Buffer.alloc(size, 225);
  return (index) => {
    for (let y = 0; y < height; y += 1) row.copy(bytes, y * width);
    const left = Math.floor(((width - size) * index) / Math.max(1, frames - 1));
    const top = Math.floor((height - size) / 2);
    for (let y = top; y < top + size; y += 1) light.copy(bytes, y * width + left);
    return Frame.fromVideoBuffer(bytes, { width, height, format: AV_PIX_FMT_YUV420P });
  };
}

function tone(at: number, samples: number): Frame {
  const side = Float32Array.from({ length: samples }, (_, index) => {
    return 0.25 * Math.sin((2 * Math.PI * 330 * (at + index)) / SAMPLE_RATE);
  });
  return pcmFrame({ left: side, right: side }, at);
}
