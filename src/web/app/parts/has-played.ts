/** From how many seconds of playing on a clip counts as seen. */
const SEEN_AFTER_SECONDS = 1;

export function hasPlayed({ played, duration }: Pick<HTMLVideoElement, 'played' | 'duration'>): boolean {
  let seconds = 0;
  for (let index = 0; index < played.length; index += 1) seconds += played.end(index) - played.start(index);
  return seconds >= Math.min(SEEN_AFTER_SECONDS, duration * 0.9);
}
