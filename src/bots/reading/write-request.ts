import type { ClipOptions } from '../../requests/clip-options.ts';

/** Writes a request as it could have been posted, without the mention: reading it again gives the same. */
export function writeRequest(prompt: string, options: ClipOptions): string {
  const { aspect, seconds, resolution, style, seed, sound } = options;
  const written = [
    prompt,
    aspect && `--ar ${aspect.width}:${aspect.height}`,
    seconds !== undefined && `--seconds ${seconds}`,
    resolution && `--resolution ${resolution}p`,
    style && `--style "${style}"`,
    seed !== undefined && `--seed ${seed}`,
    sound && `--sound ${sound}`,
  ];
  return written.filter(Boolean).join(' ');
}
