import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../language/language-context.ts';
import { useEvents } from '../live/use-events.ts';
import { ConnectionNote } from './connection-note.tsx';
import styles from './site-frame.module.css';
import { SiteHeader } from './site-header.tsx';

/** Header, main and the regions that speak; a change of page brings the focus to its beginning. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const { say } = useLanguage();
  const connection = useEvents();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      <SiteHeader />
      <main id="content" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <ConnectionNote connection={connection} />
      <div id="announcements" className="unseen" role="status" aria-live="polite" />
    </div>
  );
}
