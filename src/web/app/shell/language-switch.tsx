import { useLanguage } from '../language/language-context.ts';
import styles from './switches.module.css';

/** Named in the language it leads to, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language, say, changeLanguage } = useLanguage();
  const other = language === 'en' ? 'ar' : 'en';
  return (
    <button type="button" lang={other} className={styles.language} onClick={() => changeLanguage(other)}>
      <span className={styles.whole}>{say('otherLanguage')}</span>
      <span className={styles.short} aria-hidden="true">
        {say('otherLanguageShort')}
      </span>
    </button>
  );
}
