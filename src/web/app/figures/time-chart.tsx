import { useId } from 'react';
import { useLanguage } from '../language/language-context.ts';
import styles from './chart.module.css';
import { barsOf, lineOf, PLOT } from './plot.ts';

/** A bar, a line or an area: told apart by their shape and not by colour alone. */
type Look = 'bar' | 'line' | 'area';

export interface Series {
  name: string;
  look: Look;
  /** One for each moment; null where there is nothing to measure. */
  values: readonly (number | null)[];
}

interface TimeChartProps {
  title: string;
  /** When each hour or day begins. */
  moments: readonly string[];
  step: 'hour' | 'day';
  series: readonly Series[];
  write: (value: number) => string;
}

/** What happened over time: a picture, and the same as a table for whoever wants to know it exactly. */
export function TimeChart({ title, moments, step, series, write }: TimeChartProps) {
  const { say, write: writer } = useLanguage();
  const id = useId();
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const moment = (at: string | undefined) => {
    if (at === undefined) return '';
    return step === 'hour' ? writer.hour(at) : writer.utcDay(at);
  };
  const summary = series.map(({ name, values }) => {
    const peak = Math.max(0, ...values.map((value) => value ?? 0));
    const time = moment(moments[values.indexOf(peak)] ?? moments[0]);
    return say('figuresHighest', { name, highest: write(peak), time, last: write(values.at(-1) ?? 0) });
  });
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {highest === 0 ? (
        <p className={styles.nothing}>{say('figuresNothing')}</p>
      ) : (
        <>
          <ul className={styles.legend}>
            {series.map(({ name, look }) => (
              <li key={name}>
                <span className={styles.sign} data-look={look} />
                {name}
              </li>
            ))}
          </ul>
          <div className={styles.plot}>
            <span className={styles.highest}>{write(highest)}</span>
            <svg
              viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={summary.join(' ')}
            >
              {series.map(({ name, look, values }) => (
                <Drawn key={name} look={look} values={values} highest={highest} />
              ))}
            </svg>
          </div>
          <p className={styles.moments}>
            <span>{moment(moments[0])}</span>
            <span>{moment(moments[Math.floor(moments.length / 2)])}</span>
            <span>{moment(moments.at(-1))}</span>
          </p>
          <details className={styles.numbers}>
            <summary aria-label={say('figuresNumbersOf', { title })}>{say('figuresNumbers')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
            <section tabIndex={0} aria-label={say('figuresNumbersOf', { title })}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say('figuresWhen')}</th>
                    {series.map(({ name }) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {moments.map((at, index) => (
                    <tr key={at}>
                      <th scope="row">{moment(at)}</th>
                      {series.map(({ name, values }) => {
                        const value = values[index] ?? null;
                        return <td key={name}>{value === null ? '—' : write(value)}</td>;
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </figure>
  );
}

function Drawn({ look, values, highest }: { look: Look; values: Series['values']; highest: number }) {
  if (look === 'bar') {
    return (
      <g className={styles.bars}>
        {barsOf(values, highest).map((bar) => (
          <rect key={bar.x} {...bar} />
        ))}
      </g>
    );
  }
  return (
    <>
      {look === 'area' ? <path className={styles.area} d={lineOf(values, highest, { closed: true })} /> : null}
      <path className={styles.line} d={lineOf(values, highest, { closed: false })} vectorEffect="non-scaling-stroke" />
    </>
  );
}
