import type { Clip, Finding } from '../../requests/index.ts';
import { unchecked } from './join-verdicts.ts';

/** A clip of ours that claims to be longer was not measured right. */
const LONGEST_CLIP_SECONDS = 3600;

/** What a clip's numbers say that cannot be is put before a person. */
export function impossibleNumbers(source: string, clip: Clip): Finding[] {
  const { master, width, height, seconds, framesPerSecond } = clip;
  const numbers = [master.bytes, width, height, seconds, framesPerSecond];
  const sound = numbers.every((each) => Number.isFinite(each) && each > 0) && seconds <= LONGEST_CLIP_SECONDS;
  if (sound && master.type.startsWith('video/')) return [];
  return [
    unchecked(
      source,
      `${master.type}, ${master.bytes} bytes, ${width}×${height}, ${seconds} s, ${framesPerSecond} fps`,
    ),
  ];
}
