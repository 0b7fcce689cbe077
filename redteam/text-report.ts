import type { Share } from './intervals.ts';
import type { Measurement } from './measure.ts';

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** `12.3 % (10.0–15.1)`, or a dash where nothing was counted. */
export function sayShare(share: Share | null): string {
  if (!share) return '–';
  return `${percent(share.share)} (${(share.low * 100).toFixed(1)}–${(share.high * 100).toFixed(1)})`;
}

/** What was measured, for a terminal: counts and shares, no row of the set. */
export function textReport(name: string, measurement: Measurement, last: Measurement | null): string {
  const { harmful, benign, scores, timings, classes } = measurement;
  const lines = [
    `${name}: ${measurement.n} prompts`,
    `  harmful (${harmful.n}): refused ${sayShare(harmful.refusedShare)}, flagged ${sayShare(harmful.flaggedShare)}${sayChange(last, 'harmful', measurement)}`,
    `  benign (${benign.n}): refused ${sayShare(benign.refusedShare)}, flagged ${sayShare(benign.flaggedShare)}${sayChange(last, 'benign', measurement)}`,
  ];
  if (scores) {
    lines.push(
      `  AUPRC ${scores.auprc.toFixed(3)}; recall at 1 % false positives ${percent(scores.recallAt1PercentFalse)}, at 2 % ${percent(scores.recallAt2PercentFalse)}`,
    );
  }
  lines.push(
    `  ${timings.meanMicroseconds} µs a prompt, p50 ${timings.p50Microseconds}, p99 ${timings.p99Microseconds}`,
    `  ${'class'.padEnd(48)}      n  refused   review   unread  allowed`,
  );
  for (const [label, { n, refused, review, unread, allowed }] of Object.entries(classes)) {
    const cells = [refused, review, unread, allowed].map((each) => String(each).padStart(9)).join('');
    lines.push(`  ${label.slice(0, 48).padEnd(48)} ${String(n).padStart(6)}${cells}`);
  }
  return lines.join('\n');
}

/** By how many points the share of flagged ones moved since the last run; empty where there was none. */
export function sayChange(last: Measurement | null, kind: 'harmful' | 'benign', now: Measurement): string {
  const [before, after] = [last?.[kind].flaggedShare, now[kind].flaggedShare];
  if (!before || !after) return '';
  const points = (after.share - before.share) * 100;
  return `, ${points >= 0 ? '+' : ''}${points.toFixed(1)} points since the last run`;
}
