import { useRef } from 'react';
import { reportView } from '../api/report-view.ts';

/** From how many seconds of playing on a clip counts as seen. */
const SEEN_AFTER_SECONDS = 1;

const reported = new Set<string>();

/** Reports a clip as seen once it really played; give the result to a video's `onTimeUpdate`. */
export function useWatched(requestId: string) {
  const done = useRef(false);
  return (event: React.SyntheticEvent<HTMLVideoElement>) => {
    if (done.current || reported.has(requestId)) return;
    const { played } = event.currentTarget;
    let seconds = 0;
    for (let index = 0; index < played.length; index += 1) seconds += played.end(index) - played.start(index);
    if (seconds < Math.min(SEEN_AFTER_SECONDS, event.currentTarget.duration * 0.9)) return;
    done.current = true;
    reported.add(requestId);
    reportView(requestId);
  };
}
