import styles from './avatar.module.css';
import { StageMark } from './stage-mark.tsx';

const TINTS = ['clay', 'moss', 'sea', 'plum'] as const;

/** A paper disc with the first letter of a name, in a colour that stays with the name. */
export function Avatar({ name }: { name: string }) {
  const sum = [...name].reduce((all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const first = [...new Intl.Segmenter('und').segment(name.trim())][0]?.segment ?? '?';
  return (
    <span className={styles.avatar} data-tint={TINTS[sum % TINTS.length]} aria-hidden="true">
      {first.toLocaleUpperCase()}
    </span>
  );
}

export function BotAvatar() {
  return (
    <span className={styles.bot} aria-hidden="true">
      <StageMark size={36} />
    </span>
  );
}
