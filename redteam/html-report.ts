import type { Counts, Measurement } from './measure.ts';
import { sayChange, sayShare } from './text-report.ts';

export interface NamedMeasurement {
  name: string;
  measurement: Measurement;
  /** Of the last run that was reported in the same place. */
  last: Measurement | null;
}

/** A page with a confusion table, a bar for each class and the flags by policy. Counts only. */
export function htmlReport(measured: readonly NamedMeasurement[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Red team</title><style>
body{font:16px system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;margin:1rem 0}
td,th{padding:.25rem .75rem;text-align:left;border-bottom:1px solid #ddd}td.n{text-align:right}
svg{vertical-align:middle}.refused{fill:#b3261e}.review{fill:#e8a33d}.allowed{fill:#d8dbe0}</style>
<h1>Red team</h1>${measured.map(section).join('')}</html>\n`;
}

function section({ name, measurement, last }: NamedMeasurement): string {
  const { harmful, benign, classes, policies, scores, timings } = measurement;
  const scored = scores
    ? `<p>AUPRC ${scores.auprc.toFixed(3)}, recall at 1 % false positives ${(scores.recallAt1PercentFalse * 100).toFixed(1)} %, at 2 % ${(scores.recallAt2PercentFalse * 100).toFixed(1)} %.</p>`
    : '';
  const flags = Object.entries(policies).map(
    ([policy, count]) => `<tr><td>${escaped(policy)}</td>${cells(count.harmful, count.benign)}</tr>`,
  );
  return `<h2>${escaped(name)}</h2>
<table><tr><th></th><th>refused</th><th>review</th><th>allowed</th><th>flagged</th></tr>
<tr><th>harmful</th>${outcomes(harmful)}<td>${sayShare(harmful.flaggedShare)}${sayChange(last, 'harmful', measurement)}</td></tr>
<tr><th>benign</th>${outcomes(benign)}<td>${sayShare(benign.flaggedShare)}${sayChange(last, 'benign', measurement)}</td></tr></table>${scored}
<p>${timings.meanMicroseconds} µs a prompt, p99 ${timings.p99Microseconds} µs.</p>
<table><tr><th>class</th><th>n</th><th></th></tr>${Object.entries(classes)
    .map(([label, counts]) => `<tr><td>${escaped(label)}</td>${cells(counts.n)}<td>${bar(counts)}</td></tr>`)
    .join('')}</table>
<table><tr><th>policy</th><th>harmful flagged</th><th>benign flagged</th></tr>${flags.join('')}</table>`;
}

const cells = (...values: number[]) => values.map((value) => `<td class="n">${value}</td>`).join('');
const outcomes = ({ refused, review, allowed }: Counts) => cells(refused, review, allowed);

function bar(counts: Counts): string {
  const width = 300;
  let from = 0;
  const parts = (['refused', 'review', 'allowed'] as const).map((kind) => {
    const length = (counts[kind] / Math.max(1, counts.n)) * width;
    const part = `<rect class="${kind}" x="${from}" width="${length}" height="14"><title>${kind}: ${counts[kind]}</title></rect>`;
    from += length;
    return part;
  });
  return `<svg width="${width}" height="14" role="img">${parts.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
