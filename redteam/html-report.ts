import { html, Markup } from '../src/web/pages/html.ts';
import type { Share } from './intervals.ts';
import { type Counts, flaggedShareOf, type Measurement } from './measure.ts';
import { confusionTable, outcomeBar, shareOnAScale } from './report-plots.ts';
import { REPORT_STYLE } from './report-style.ts';
import { sayChange, sayShare } from './text-report.ts';

export interface NamedMeasurement {
  name: string;
  measurement: Measurement;
  /** Of the last run that was reported in the same place. */
  last: Measurement | null;
}

type Kind = 'harmful' | 'benign';

const KINDS: readonly Kind[] = ['harmful', 'benign'];

/** A page with a plot of each class, what was taken for what, and what changed since the last run. Counts only. */
export function htmlReport(measured: readonly NamedMeasurement[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Red team</title><style>${new Markup(REPORT_STYLE)}</style></head>
<body><main><h1>Red team</h1>
<p class="legend"><span class="refused">refused</span><span class="review">before a curator</span><span class="allowed">allowed</span>
flagged: refused, or before a curator for a policy and not only unread; in brackets, and as a line, Wilson's 95 % interval; a hollow mark: the last run</p>
${measured.map(section)}</main></body></html>
`.text;
}

function section({ name, measurement, last }: NamedMeasurement): Markup {
  const { n, scores, timings } = measurement;
  const scored = scores
    ? `AUPRC ${scores.auprc.toFixed(3)}, recall at 1 % false positives ${(scores.recallAt1PercentFalse * 100).toFixed(1)} %, at 2 % ${(scores.recallAt2PercentFalse * 100).toFixed(1)} %. `
    : '';
  return html`<section><h2>${name}</h2>
<p>${n} prompts. ${scored}${timings.meanMicroseconds} µs a prompt, p50 ${timings.p50Microseconds}, p99 ${timings.p99Microseconds}.</p>
${table(
  `${name}: all classes together`,
  ['labelled', 'n', 'refused', 'review', 'unread', 'allowed', 'share refused', 'share flagged'],
  KINDS.map((kind) => whole(kind, measurement, last)),
)}
${KINDS.map((kind) => classes(kind, name, measurement, last))}
<h3>What was taken for what</h3>
${confusionTable(name, measurement)}</section>
`;
}

function table(caption: string, heads: readonly string[], lines: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table></div>`;
}

function whole(kind: Kind, now: Measurement, last: Measurement | null): Markup {
  const { n, refused, review, unread, allowed, refusedShare, flaggedShare } = now[kind];
  return html`<tr><th scope="row">${kind}</th>${[n, refused, review, unread, allowed].map(cell)}<td>${sayShare(refusedShare)}</td><td>${sayShare(flaggedShare)}${sayChange(last, kind, now)}</td></tr>
`;
}

function classes(kind: Kind, name: string, { classes: counted }: Measurement, last: Measurement | null): Markup | null {
  const lines = Object.entries(counted).filter(([, { harmful }]) => harmful === (kind === 'harmful'));
  if (lines.length === 0) return null;
  const heads = ['class', 'n', 'outcomes', 'flagged, 0 to 100 %', 'share flagged', 'since the last run, in points'];
  return html`<h3>${kind}</h3>
${table(
  `${name}: ${kind}, by class`,
  heads,
  lines.map(([label, counts]) => classLine(label, counts, last?.classes[label])),
)}`;
}

function classLine(label: string, counts: Counts, before: Counts | undefined): Markup {
  const [share, was] = [flaggedShareOf(counts), before ? flaggedShareOf(before) : null];
  return html`<tr><th scope="row">${label.replace(/^(?:harmful|benign): /, '')}</th>${cell(counts.n)}<td>${outcomeBar(counts)}</td><td>${shareOnAScale(share, was)}</td><td>${sayShare(share)}</td><td class="n">${sayPoints(share, was)}</td></tr>
`;
}

const cell = (value: number) => html`<td class="n">${value}</td>`;

function sayPoints(now: Share | null, before: Share | null): string {
  if (!now || !before) return '';
  const points = (now.share - before.share) * 100;
  return Math.abs(points) < 0.05 ? '=' : `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}
