import { useId } from 'react';
import { useLanguage } from '../language/language-context.ts';
import styles from './chart.module.css';

interface ShareChartProps {
  title: string;
  /** The most frequent first. */
  shares: readonly { name: string; count: number }[];
}

/** How often each of a few was: a table whose numbers have a bar beside them. */
export function ShareChart({ title, shares }: ShareChartProps) {
  const { say, write } = useLanguage();
  const id = useId();
  const highest = Math.max(1, ...shares.map(({ count }) => count));
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {shares.length === 0 ? (
        <p className={styles.nothing}>{say('figuresNothing')}</p>
      ) : (
        <table className={styles.shares} aria-labelledby={id}>
          <tbody>
            {shares.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={styles.share}>
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(count / highest) * 100} height="10" />
                  </svg>
                </td>
                <td>{write.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}
