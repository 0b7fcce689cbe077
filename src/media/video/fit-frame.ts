import { AV_PIX_FMT_YUV420P, SWS_BICUBIC } from 'node-av/constants';
import { Frame, SoftwareScaleContext } from 'node-av/lib';
import { must } from './ffmpeg-result.ts';

export interface FrameFitter {
  fit(frame: Frame): Promise<Frame>;
  close(): void;
}

/**
 * Brings frames to one size in yuv420p. A frame that is so already is passed through untouched. The result is valid
 * until the next call.
 */
export function createFrameFitter(width: number, height: number): FrameFitter {
  let scaler: SoftwareScaleContext | null = null;
  let madeFor = '';
  let fitted: Frame | null = null;
  const close = () => {
    scaler?.freeContext();
    fitted?.free();
  };
  const prepare = (frame: Frame) => {
    close();
    scaler = new SoftwareScaleContext();
    const format = frame.format as typeof AV_PIX_FMT_YUV420P;
    scaler.getContext(frame.width, frame.height, format, width, height, AV_PIX_FMT_YUV420P, SWS_BICUBIC);
    fitted = new Frame();
    fitted.alloc();
    fitted.width = width;
    fitted.height = height;
    fitted.format = AV_PIX_FMT_YUV420P;
    must(fitted.getBuffer(), 'make room for a frame');
    return { scaler, fitted };
  };
  return {
    close,
    async fit(frame) {
      if (frame.width === width && frame.height === height && frame.format === AV_PIX_FMT_YUV420P) return frame;
      const look = `${frame.width}x${frame.height} ${frame.format}`;
      const ready = look === madeFor && scaler !== null && fitted !== null ? { scaler, fitted } : prepare(frame);
      madeFor = look;
      must(ready.fitted.makeWritable(), 'make room for a frame');
      must(await ready.scaler.scaleFrame(ready.fitted, frame), 'scale');
      ready.fitted.colorSpace = frame.colorSpace;
      ready.fitted.colorPrimaries = frame.colorPrimaries;
      ready.fitted.colorTrc = frame.colorTrc;
      return ready.fitted;
    },
  };
}
