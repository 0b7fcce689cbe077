import { AV_PIX_FMT_YUV420P } from 'node-av/constants';
import { answer } from '../../src/media/contained-task.ts';
import { decodeStream } from '../../src/media/video/decode-stream.ts';
import { openVideoEncoder } from '../../src/media/video/encode-video.ts';
import { openGraph } from '../../src/media/video/filter-graph.ts';
import { toFrameRate } from '../../src/media/video/frame-rate.ts';
import { type Mp4File, openMp4 } from '../../src/media/video/mp4-file.ts';
import { openVideo } from '../../src/media/video/open-video.ts';
import type { FilmChange } from './film-changes.ts';

export interface ChangeInput extends Omit<FilmChange, 'name'> {
  path: string;
  toPath: string;
}

const FRAMES_PER_SECOND = 24;

answer<ChangeInput, null>(async ({ path, toPath, filters, quality, from }) => {
  await using opened = await openVideo(path);
  const { width, height } = opened.video.codecpar;
  const source = `buffer@in=video_size=${width}x${height}:pix_fmt=yuv420p:time_base=1/${FRAMES_PER_SECOND}`;
  using graph = await openGraph(`${source}:pixel_aspect=1/1,${filters},format=yuv420p,buffersink@out`);
  let file: Mp4File | null = null;
  let [read, written] = [0, 0];
  try {
    for await (const frame of decodeStream(opened.format, opened.video, { broken: 0, endedEarly: false })) {
      read += 1;
      if (read <= from * FRAMES_PER_SECOND || frame.format !== AV_PIX_FMT_YUV420P) continue;
      frame.pts = BigInt(read);
      for await (const out of graph.pass(frame)) {
        const size = { width: out.width, height: out.height, rate: toFrameRate(FRAMES_PER_SECOND) };
        file ??= await openMp4(toPath, [
          await openVideoEncoder({ ...size, codec: 'h264', quality, maxBitRate: null }, out),
        ]);
        out.pts = BigInt(written);
        out.duration = 1n;
        written += 1;
        await file.tracks[0]?.encode(out);
      }
    }
    await file?.tracks[0]?.encode(null);
    await file?.finish();
  } finally {
    await file?.close();
  }
  return null;
});
