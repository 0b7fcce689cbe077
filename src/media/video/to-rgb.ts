import { AV_PIX_FMT_RGB24 } from 'node-av/constants';
import { Frame, SoftwareScaleContext } from 'node-av/lib';
import type { RgbFrame } from '../stills/poster.ts';
import { must } from './ffmpeg-result.ts';

/**
 * A frame as it is seen: square pixels, at most so long, in RGB. Scaled with an unset context, which goes by the
 * colours that the frame is tagged with; node-av's own `Scaler` takes every video for BT.601 and darkens BT.709.
 */
export async function toRgb(frame: Frame, pixelAspect: number, longSide: number): Promise<RgbFrame> {
  const seen = { width: frame.width * pixelAspect, height: frame.height };
  const scale = Math.min(1, longSide / Math.max(seen.width, seen.height));
  const width = Math.max(1, Math.round(seen.width * scale));
  const height = Math.max(1, Math.round(seen.height * scale));
  using rgb = new Frame();
  rgb.alloc();
  rgb.width = width;
  rgb.height = height;
  rgb.format = AV_PIX_FMT_RGB24;
  must(rgb.getBuffer(), 'make room for a still');
  using scaler = new SoftwareScaleContext();
  scaler.allocContext();
  must(await scaler.scaleFrame(rgb, frame), 'turn a frame into RGB');
  return { data: withoutPadding(rgb, width * 3, height), width, height };
}

function withoutPadding(rgb: Frame, lineBytes: number, lines: number): Buffer {
  const plane = rgb.data?.[0] ?? Buffer.alloc(0);
  const stride = rgb.linesize[0] ?? lineBytes;
  const packed = Buffer.alloc(lineBytes * lines);
  for (let line = 0; line < lines; line += 1)
    plane.copy(packed, line * lineBytes, line * stride, line * stride + lineBytes);
  return packed;
}
