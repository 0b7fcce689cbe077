import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language-context.ts';
import type { Connection } from '../live/follow-events.ts';
import styles from './connection-note.module.css';

/** A break shorter than this is not worth a word, in milliseconds. */
const QUIET_MS = 2500;

export function ConnectionNote({ connection }: { connection: Connection }) {
  const { say } = useLanguage();
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (connection === 'live') {
      setTold(false);
      return;
    }
    const timer = setTimeout(() => setTold(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status" className={styles.note} data-shown={told || undefined}>
      {told ? say('reconnecting') : null}
    </div>
  );
}
