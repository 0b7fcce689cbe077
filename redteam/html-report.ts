import { shareOf } from './intervals.ts';
import type { Counts, Measurement } from './measure.ts';
import { confusionTable, outcomeBar, shareOnAScale } from './report-plots.ts';
import { REPORT_STYLE } from './report-style.ts';
import { sayChange, sayShare } from './text-report.ts';

export interface NamedMeasurement {
  name: string;
  measurement: Measurement;
  /** Of the last run that was reported in the same place. */
  last: Measurement | null;
}

/** A page with a plot of each class, what was taken for what, and what changed since the last run. Counts only. */
export function htmlReport(measured: readonly NamedMeasurement[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Red team</title><style>${REPORT_STYLE}</style>
<h1>Red team</h1>
<p class="legend"><span class="refused">refused</span><span class="review">before a curator</span><span class="allowed">allowed</span>
flagged: refused or before a curator; in brackets, and as a line, Wilson's 95 % interval; a hollow mark: the last run</p>
${measured.map(section).join('')}</html>\n`;
}

function section({ name, measurement, last }: NamedMeasurement): string {
  const { n, scores, timings } = measurement;
  const scored = scores
    ? `AUPRC ${scores.auprc.toFixed(3)}, recall at 1 % false positives ${(scores.recallAt1PercentFalse * 100).toFixed(1)} %, at 2 % ${(scores.recallAt2PercentFalse * 100).toFixed(1)} %. `
    : '';
  return `<section><h2>${escaped(name)}</h2>
<p>${n} prompts. ${scored}${timings.meanMicroseconds} µs a prompt, p50 ${timings.p50Microseconds}, p99 ${timings.p99Microseconds}.</p>
<div class="scroll"><table><tr><th></th><th>n</th><th>refused</th><th>review</th><th>allowed</th><th>refused</th><th>flagged</th></tr>
${(['harmful', 'benign'] as const).map((kind) => whole(kind, measurement, last)).join('')}</table></div>
${['harmful', 'benign'].map((kind) => classes(kind, measurement, last)).join('')}
<h3>What was taken for what</h3>${confusionTable(measurement, escaped)}</section>`;
}

function whole(kind: 'harmful' | 'benign', now: Measurement, last: Measurement | null): string {
  const { n, refused, review, allowed, refusedShare, flaggedShare } = now[kind];
  return `<tr><th>${kind}</th>${cells(n, refused, review, allowed)}<td>${sayShare(refusedShare)}</td><td>${sayShare(flaggedShare)}${sayChange(last, kind, now)}</td></tr>`;
}

function classes(kind: string, { classes: counted }: Measurement, last: Measurement | null): string {
  const lines = Object.entries(counted).filter(([, { harmful }]) => harmful === (kind === 'harmful'));
  if (lines.length === 0) return '';
  const heads = ['', 'n', 'outcomes', 'flagged, 0 to 100 %', '', 'since the last run'];
  return `<h3>${kind}</h3><div class="scroll"><table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${lines
    .map(([label, counts]) => classLine(label, counts, last?.classes[label]))
    .join('')}</table></div>`;
}

function classLine(label: string, counts: Counts, before: Counts | undefined): string {
  const [share, was] = [flagged(counts), before ? flagged(before) : null];
  return `<tr><th>${escaped(label.replace(/^(?:harmful|benign): /, ''))}</th>${cells(counts.n)}<td>${outcomeBar(counts)}</td><td>${shareOnAScale(share, was)}</td><td>${sayShare(share)}</td><td class="n">${sayPoints(share, was)}</td></tr>`;
}

const flagged = ({ n, refused, review }: Counts) => shareOf(refused + review, n);
const cells = (...values: number[]) => values.map((value) => `<td class="n">${value}</td>`).join('');

function sayPoints(now: ReturnType<typeof flagged>, before: ReturnType<typeof flagged>): string {
  if (!now || !before) return '';
  const points = (now.share - before.share) * 100;
  return Math.abs(points) < 0.05 ? '=' : `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
