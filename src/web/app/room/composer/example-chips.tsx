import { useLanguage } from '../../language/language-context.ts';
import styles from './composer.module.css';

const EXAMPLES = ['example1', 'example2', 'example3', 'example4'] as const;

/** Ideas that fill the field; they are not sent by themselves. */
export function ExampleChips({ onChoose }: { onChoose: (example: string) => void }) {
  const { say } = useLanguage();
  return (
    <fieldset className={styles.chips} aria-label={say('examples')}>
      {EXAMPLES.map((key) => {
        const example = say(key);
        return (
          <button key={key} type="button" className={styles.chip} onClick={() => onChoose(example)}>
            {example.replace(/\s--.*$/, '')}
          </button>
        );
      })}
    </fieldset>
  );
}
