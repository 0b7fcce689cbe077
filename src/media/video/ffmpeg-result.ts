import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { FFmpegError } from 'node-av/lib';

/** FFmpeg tells failure by a negative number: throws an `FFmpegError` with that code, and says what was tried. */
export function must(result: number, tried: string): number {
  FFmpegError.throwIfError(result, tried);
  return result;
}

/** Whether a coder has no more to give for now, or at all. */
export function isDrained(result: number): boolean {
  return result === AVERROR_EAGAIN || result === AVERROR_EOF;
}
