import { useLanguage } from '../language/language-context.ts';
import styles from './figures-page.module.css';

const FORMATS = { csv: 'CSV', ndjson: 'NDJSON' } as const;
const WHAT = { decisions: 'figuresTakeDecisions', everything: 'figuresTakeEverything' } as const;

/** Links that the browser saves by itself, however much it is. */
export function TakeWithYou({ from }: { from: string }) {
  const { say } = useLanguage();
  return (
    <section className={styles.wide}>
      <h2>{say('figuresTake')}</h2>
      <p className={styles.soft}>{say('figuresTakeHint')}</p>
      <ul className={styles.take}>
        {(['decisions', 'everything'] as const).flatMap((what) =>
          (['csv', 'ndjson'] as const).map((format) => (
            <li key={`${what} ${format}`}>
              <a href={`/api/desk/history?${new URLSearchParams({ what, format, from })}`} download>
                {say('figuresTakeAs', { what: { said: say(WHAT[what]) }, format: { said: FORMATS[format] } })}
              </a>
            </li>
          )),
        )}
        <li>
          <a href={`/api/desk/statements?${new URLSearchParams({ from })}`} download>
            {say('figuresTakeAs', { what: { said: say('figuresTakeStatements') }, format: { said: 'NDJSON' } })}
          </a>
        </li>
      </ul>
    </section>
  );
}
