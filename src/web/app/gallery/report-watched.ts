import { reportView } from '../api/report-view.ts';
import { hasPlayed } from '../parts/has-played.ts';

/** Says once that a clip was seen, when it really played. */
export function reportWatched(video: HTMLVideoElement, requestId: string): void {
  const look = () => {
    if (!hasPlayed(video)) return;
    video.removeEventListener('timeupdate', look);
    reportView(requestId);
  };
  video.addEventListener('timeupdate', look);
}
