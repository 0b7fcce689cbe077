import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

/** The options as they were asked for, written as one writes them. */
export function AskedOptions({ options }: { options: RequestView['options'] }) {
  const { say } = useLanguage();
  const { aspect, ...others } = options;
  const written = [
    ...(aspect ? [`--ar ${aspect.width}:${aspect.height}`] : []),
    ...Object.entries(others).map(([name, value]) => `--${name} ${value}`),
  ];
  if (written.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{say('options')}</h2>
      <ul className={styles.record}>
        {written.map((option) => (
          <li key={option}>
            <bdi dir="ltr">{option}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
