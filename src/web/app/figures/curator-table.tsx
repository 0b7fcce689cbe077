import type { FiguresPage } from '../../api/contract-of-figures.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './figures-page.module.css';

/** What each curator decided, how fast, and how it held. */
export function CuratorTable({ curators }: { curators: FiguresPage['curators'] }) {
  const { say, write } = useLanguage();
  const time = (seconds: number | null) => (seconds === null ? '—' : write.duration(seconds));
  const some = (count: number, all: number) =>
    all === 0 ? '—' : say('figuresSomeOf', { some: write.number(count), all: write.number(all) });
  // Where the operator has none placed, nothing is said of them.
  const seeded = curators.some((curator) => curator.seeded.answered > 0);
  return (
    <section className={styles.wide}>
      <h2 id="figures-by-curator">{say('figuresCurators')}</h2>
      {curators.length === 0 ? <p className={styles.soft}>{say('figuresNothing')}</p> : null}
      {curators.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <section className={styles.scroll} tabIndex={0} aria-labelledby="figures-by-curator">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('figuresCurator')}</th>
                <th scope="col">{say('figuresApproved')}</th>
                <th scope="col">{say('figuresDeclined')}</th>
                <th scope="col">{say('figuresEscalated')}</th>
                <th scope="col">{say('figuresOther')}</th>
                <th scope="col">{say('figuresTimeHalf')}</th>
                <th scope="col">{say('figuresTimeMost')}</th>
                <th scope="col">{say('figuresAgreed')}</th>
                <th scope="col">{say('figuresOverturned')}</th>
                {seeded ? <th scope="col">{say('figuresSeeded')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {curators.map(({ curator, approved, declined, escalated, other, p50, p95, ...rest }) => (
                <tr key={curator}>
                  <th scope="row">
                    <bdi>{curator}</bdi>
                  </th>
                  <td>{write.number(approved)}</td>
                  <td>{write.number(declined)}</td>
                  <td>{write.number(escalated)}</td>
                  <td>{write.number(other)}</td>
                  <td>{time(p50)}</td>
                  <td>{time(p95)}</td>
                  <td>{some(rest.agreed, rest.together)}</td>
                  <td>{write.number(rest.overturned)}</td>
                  {seeded ? <td>{some(rest.seeded.correct, rest.seeded.answered)}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  );
}
