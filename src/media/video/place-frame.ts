import { AV_PIX_FMT_YUV420P, type AVPixelFormat } from 'node-av/constants';
import { avGetPixFmtName, type Frame } from 'node-av/lib';
import type { Fitting, FrameShape } from '../media-tools.ts';
import { type OpenGraph, openGraph } from './filter-graph.ts';
import { createFrameFitter } from './fit-frame.ts';
import { type Placement, placePicture } from './place-picture.ts';

export interface FramePlacer {
  /** The result is valid until the next call. */
  place(frame: Frame): Promise<Frame>;
  close(): void;
}

/** The ground behind a picture is its own, this much smaller and then blurred: the eye rests on what is sharp. */
const GROUND = { smallerBy: 8, blur: 5, brightness: 0.65 };

/** Brings frames into one size in yuv420p with square pixels, without stretching. */
export function createFramePlacer(frame: FrameShape, pixelAspect: number, fitting: Fitting): FramePlacer {
  const fitter = createFrameFitter(frame.width, frame.height);
  let graph: OpenGraph | null = null;
  let madeFor = '';
  let placed = 0n;
  const close = () => {
    graph?.[Symbol.dispose]();
    fitter.close();
  };
  return {
    close,
    async place(picture) {
      const placement = placePicture({ width: picture.width, height: picture.height, pixelAspect }, frame, fitting);
      if (isWhole(placement, picture, frame)) return fitter.fit(picture);
      const look = `${picture.width}x${picture.height} ${picture.format}`;
      if (graph === null || look !== madeFor) {
        graph?.[Symbol.dispose]();
        graph = await openGraph(filtersFor(picture, placement, frame));
        madeFor = look;
      }
      // The same frame may be shown twice, and filters that join two streams go by the time.
      picture.pts = placed;
      placed += 1n;
      for await (const out of graph.pass(picture)) return out;
      throw new Error('A frame went into the filters and none came out');
    },
  };
}

function isWhole({ part, shown }: Placement, picture: Frame, frame: FrameShape): boolean {
  const isAllOfIt = part.width === picture.width && part.height === picture.height;
  return isAllOfIt && shown.width === frame.width && shown.height === frame.height;
}

function filtersFor(picture: Frame, { part, shown }: Placement, frame: FrameShape): string {
  const source = [
    `buffer@in=video_size=${picture.width}x${picture.height}`,
    `pix_fmt=${avGetPixFmtName(picture.format as AVPixelFormat)}`,
    `colorspace=${picture.colorSpace}:range=${picture.colorRange}`,
    'time_base=1/24:pixel_aspect=1/1',
  ].join(':');
  const crop = `crop=${part.width}:${part.height}:${part.left}:${part.top}`;
  const scale = (to: FrameShape, how = 'bicubic') => `scale=${to.width}:${to.height}:flags=${how}`;
  const format = `format=${avGetPixFmtName(AV_PIX_FMT_YUV420P)}`;
  if (shown.width === frame.width && shown.height === frame.height) {
    return `${source},${crop},${scale(frame)},${format},buffersink@out`;
  }
  return [
    `${source},${format},split[ground][picture]`,
    `[ground]${coverOf(picture, shown, frame)},${scale(frame)}[behind]`,
    `[picture]${scale(shown)}[before]`,
    `[behind][before]overlay=${shown.left}:${shown.top}:format=yuv420,buffersink@out`,
  ].join(';');
}

/** The picture cut to the frame's shape, small, blurred and darkened. */
function coverOf(picture: Frame, shown: Placement['shown'], frame: FrameShape): string {
  const cover = Math.max(frame.width / shown.width, frame.height / shown.height);
  const part = {
    width: even(picture.width * (frame.width / (shown.width * cover))),
    height: even(picture.height * (frame.height / (shown.height * cover))),
  };
  const small = { width: even(frame.width / GROUND.smallerBy), height: even(frame.height / GROUND.smallerBy) };
  return [
    `crop=${part.width}:${part.height}`,
    `scale=${small.width}:${small.height}:flags=area`,
    `gblur=sigma=${GROUND.blur}`,
    `lutyuv=y=16+(val-16)*${GROUND.brightness}`,
  ].join(',');
}

function even(side: number): number {
  return Math.max(2, 2 * Math.round(side / 2));
}
