import { reportWatched } from './report-watched.ts';

/** The clip of a page of its own. */
export function watchPlayer(): void {
  for (const video of document.querySelectorAll<HTMLVideoElement>('video[data-watch]')) {
    reportWatched(video, video.dataset.watch ?? '');
  }
}
