import { Link, NavLink } from 'react-router';
import { SITE_LINKS } from '../../pages/site-links.ts';
import { useMe } from '../api/use-me.ts';
import { useLanguage } from '../language/language-context.ts';
import { StageMark } from '../parts/stage-mark.tsx';
import { ColourSwitch } from './colour-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './site-header.module.css';

export function SiteHeader() {
  const { say, language } = useLanguage();
  const { data: me } = useMe();
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <StageMark size={30} />
          <span className={styles.name}>{say('appName')}</span>
        </Link>
        <nav aria-label={say('navigation')} className={styles.nav}>
          {SITE_LINKS.map(({ path, text, written }) =>
            written ? (
              <a key={path} href={`${path}?locale=${language}`} className={styles.link}>
                {say(text)}
              </a>
            ) : (
              <NavLink key={path} to={path} end={path === '/'} className={styles.link}>
                {say(text)}
              </NavLink>
            ),
          )}
          {me?.curator ? (
            <NavLink to="/desk" className={styles.link}>
              {say('navDesk')}
            </NavLink>
          ) : null}
        </nav>
        <div className={styles.switches}>
          <ColourSwitch />
          <LanguageSwitch />
        </div>
      </div>
      <div className={styles.valance} aria-hidden="true" />
    </header>
  );
}
