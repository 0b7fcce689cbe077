import { useEffect, useState } from 'react';

/** The moment, in milliseconds since 1970, renewed each second while it is looked at. */
export function useSeconds(looking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!looking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [looking]);
  return now;
}
