import type { Language } from '../language/language.ts';
import styles from './bot-words.module.css';

const OPTION = /(--\p{L}+)/u;

/** What the bot says, line by line; an option in it stays in one piece, or its dashes would stand at the end of a line. */
export function BotWords({ text, locale }: { text: string; locale: Language }) {
  return (
    <p dir="auto" lang={locale} className={styles.words}>
      {text.split(OPTION).map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place.
          <span key={place} className={styles.option}>
            {part}
          </span>
        ),
      )}
    </p>
  );
}
