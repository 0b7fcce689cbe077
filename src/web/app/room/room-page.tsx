import { useState } from 'react';
import type { Whose } from '../api/query-keys.ts';
import { useLanguage } from '../language/language-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AboutCall } from './about-call.tsx';
import { Channel } from './channel.tsx';
import { ChannelBar } from './channel-bar.tsx';
import { Composer } from './composer/composer.tsx';
import styles from './room-page.module.css';

/** The room: a channel with its newest threads at the bottom, where one writes. */
export function RoomPage({ whose }: { whose: Whose }) {
  const { say } = useLanguage();
  usePageTitle(say(whose === 'mine' ? 'filterMine' : 'roomTitle'));
  const [aboutOpen, setAboutOpen] = useState(false);
  return (
    <div className={styles.room}>
      <section className={styles.channel} aria-labelledby="room-title">
        <ChannelBar aboutOpen={aboutOpen} onAbout={() => setAboutOpen((open) => !open)} />
        <Channel key={whose} whose={whose} />
        <Composer />
      </section>
      <aside id="about-call" className={styles.aside} data-open={aboutOpen || undefined} aria-label={say('howTitle')}>
        <AboutCall />
      </aside>
    </div>
  );
}
