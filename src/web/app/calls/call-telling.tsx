import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnnouncementView } from '../../api/contract-of-announcing.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { AnnouncementForm } from './announcement-form.tsx';
import styles from './calls-page.module.css';

interface CallTellingProps {
  theme: string;
  announcements: readonly AnnouncementView[];
}

/** What is told of a call to everybody: where it was, and for each other place its draft, which is posted by a press. */
export function CallTelling({ theme, announcements }: CallTellingProps) {
  const { say } = useLanguage();
  const [shown, setShown] = useState(false);
  const left = announcements.filter(({ state }) => state !== 'posted').length;
  return (
    <div className={styles.acts}>
      <Button size="compact-md" variant="default" onClick={() => setShown(true)}>
        {left === 0 ? say('callTold') : say('callTell', { count: left })}
      </Button>
      {shown ? (
        <Dialog wide title={say('callTellTitle', { theme })} onClose={() => setShown(false)}>
          <div className={styles.sheet}>
            <p className={styles.soft}>{say('announceHint')}</p>
            {announcements.map((announcement) => (
              <AnnouncementForm
                key={`${announcement.what} ${announcement.platform} ${announcement.place}`}
                announcement={announcement}
              />
            ))}
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
