import type { Share } from './intervals.ts';
import type { Counts, Measurement } from './measure.ts';

/** In pixels. */
const [WIDTH, HEIGHT] = [220, 14];

export function outcomeBar(counts: Counts): string {
  let from = 0;
  const said: string[] = [];
  const parts = (['refused', 'review', 'allowed'] as const).map((kind) => {
    const length = (counts[kind] / Math.max(1, counts.n)) * WIDTH;
    said.push(`${counts[kind]} ${kind}`);
    const part = `<rect class="${kind}" x="${at(from)}" width="${at(length)}" height="${HEIGHT}"/>`;
    from += length;
    return part;
  });
  return drawn(said.join(', '), parts.join(''));
}

/** A share as a mark with its interval as a line, and the last run's as a hollow mark. */
export function shareOnAScale(share: Share | null, before: Share | null): string {
  if (!share) return '';
  const middle = HEIGHT / 2;
  const x = (value: number) => at(4 + value * (WIDTH - 8));
  const was = before ? `<circle class="before" cx="${x(before.share)}" cy="${middle}" r="3.5"/>` : '';
  const scale = [0, 0.25, 0.5, 0.75, 1]
    .map((tick) => `<line class="tick" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${HEIGHT}"/>`)
    .join('');
  const line = `<line class="interval" x1="${x(share.low)}" x2="${x(share.high)}" y1="${middle}" y2="${middle}"/>`;
  return drawn(
    `${(share.share * 100).toFixed(1)} %`,
    `${scale}${line}${was}<circle class="mark" cx="${x(share.share)}" cy="${middle}" r="3.5"/>`,
  );
}

const at = (pixels: number) => Math.round(pixels * 10) / 10;
const drawn = (said: string, parts: string) =>
  `<svg width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${said}">${parts}</svg>`;

/** Each class of the set against the policies that were found in it; the deeper a cell, the more of its class. */
export function confusionTable({ classes, confusion }: Measurement, escaped: (text: string) => string): string {
  const found = [...new Set(Object.values(confusion).flatMap((policies) => Object.keys(policies)))].sort();
  const heads = found.map((policy) => `<th class="upright"><span>${escaped(policy)}</span></th>`).join('');
  const lines = Object.entries(confusion).map(([label, policies]) => {
    const n = classes[label]?.n ?? 1;
    const counts = found.map((policy) => countOf(policies[policy] ?? 0, n)).join('');
    return `<tr><th>${escaped(label)}</th><td class="n">${n}</td><td class="n">${classes[label]?.allowed ?? 0}</td>${counts}</tr>`;
  });
  return `<div class="scroll"><table class="confusion"><tr><th>labelled</th><th>n</th><th class="upright"><span>nothing found</span></th>${heads}</tr>${lines.join('')}</table></div>`;
}

function countOf(count: number, of: number): string {
  return count === 0 ? '<td></td>' : `<td class="n" style="--share:${Math.round((100 * count) / of)}%">${count}</td>`;
}
