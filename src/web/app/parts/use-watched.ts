import { useRef } from 'react';
import { reportView } from '../api/report-view.ts';
import { hasPlayed } from './has-played.ts';

const reported = new Set<string>();

/** Reports a clip as seen once it really played; give the result to a video's `onTimeUpdate`. */
export function useWatched(requestId: string) {
  const done = useRef(false);
  return (event: React.SyntheticEvent<HTMLVideoElement>) => {
    if (done.current || reported.has(requestId) || !hasPlayed(event.currentTarget)) return;
    done.current = true;
    reported.add(requestId);
    reportView(requestId);
  };
}
