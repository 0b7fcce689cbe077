import { NavLink } from 'react-router';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from '../parts/icon.tsx';
import styles from './channel-bar.module.css';

/** The channel's name, whose threads are shown, and on a phone the way to what the call is about. */
export function ChannelBar({ aboutOpen, onAbout }: { aboutOpen: boolean; onAbout: () => void }) {
  const { say } = useLanguage();
  return (
    <div className={styles.bar}>
      <h1 id="room-title" className={styles.title}>
        {say('roomTitle')}
      </h1>
      <nav aria-label={say('filterLabel')} className={styles.filter}>
        <NavLink to="/" end className={styles.link}>
          {say('filterAll')}
        </NavLink>
        <NavLink to="/mine" className={styles.link}>
          {say('filterMine')}
        </NavLink>
      </nav>
      <button
        type="button"
        className={styles.about}
        aria-expanded={aboutOpen}
        aria-controls="about-call"
        aria-label={say('howTitle')}
        title={say('howTitle')}
        onClick={onAbout}
      >
        <Icon name={aboutOpen ? 'close' : 'about'} />
      </button>
    </div>
  );
}
