import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnnouncementView } from '../../api/contract-of-x.ts';
import { AnnouncementForm } from '../desk/announcement-form.tsx';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import styles from './calls-page.module.css';

interface CallTellingProps {
  theme: string;
  announcements: readonly AnnouncementView[];
}

/** What is told of a call to everybody: whether it was, and its draft, which is posted by a press. */
export function CallTelling({ theme, announcements }: CallTellingProps) {
  const { say } = useLanguage();
  const [shown, setShown] = useState(false);
  const isTold = announcements.every(({ state }) => state === 'posted');
  return (
    <div className={styles.acts}>
      <Button size="compact-md" variant="default" onClick={() => setShown(true)}>
        {say(isTold ? 'callTold' : 'callTell')}
      </Button>
      {shown ? (
        <Dialog wide title={say('callTellTitle', { theme })} onClose={() => setShown(false)}>
          <div className={styles.sheet}>
            <section>
              <h3>{say('xAnnounce')}</h3>
              <p className={styles.soft}>{say('xAnnounceHint')}</p>
              {announcements.map((announcement) => (
                <AnnouncementForm key={announcement.what} announcement={announcement} />
              ))}
            </section>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
