import { html, type Markup } from '../src/web/pages/html.ts';
import type { Share } from './intervals.ts';
import type { Counts, Measurement } from './measure.ts';

/** In pixels. */
const [WIDTH, HEIGHT] = [220, 14];

export function outcomeBar(counts: Counts): Markup {
  let from = 0;
  const said: string[] = [];
  const parts = (['refused', 'review', 'allowed'] as const).map((kind) => {
    const length = (counts[kind] / Math.max(1, counts.n)) * WIDTH;
    said.push(`${counts[kind]} ${kind}`);
    const part = html`<rect class="${kind}" x="${at(from)}" width="${at(length)}" height="${HEIGHT}"/>`;
    from += length;
    return part;
  });
  return drawn(said.join(', '), parts);
}

/** A share as a mark with its interval as a line, and the last run's as a hollow mark. */
export function shareOnAScale(share: Share | null, before: Share | null): Markup | null {
  if (!share) return null;
  const middle = HEIGHT / 2;
  const x = (value: number) => at(4 + value * (WIDTH - 8));
  const was = before ? html`<circle class="before" cx="${x(before.share)}" cy="${middle}" r="3.5"/>` : null;
  const scale = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) => html`<line class="tick" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${HEIGHT}"/>`,
  );
  const line = html`<line class="interval" x1="${x(share.low)}" x2="${x(share.high)}" y1="${middle}" y2="${middle}"/>`;
  return drawn(
    `${(share.share * 100).toFixed(1)} %`,
    html`${scale}${line}${was}<circle class="mark" cx="${x(share.share)}" cy="${middle}" r="3.5"/>`,
  );
}

const at = (pixels: number) => Math.round(pixels * 10) / 10;
const drawn = (said: string, parts: Markup | readonly Markup[]) =>
  html`<svg width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${said}">${parts}</svg>`;

/** Each class of the set against the policies that were found in it; the deeper a cell, the more of its class. */
export function confusionTable(name: string, { classes, confusion }: Measurement): Markup {
  const found = [...new Set(Object.values(confusion).flatMap((policies) => Object.keys(policies)))].sort();
  const caption = `${name}: how many of each class had a policy found in them`;
  const upright = (head: string) => html`<th scope="col" class="upright"><span>${head}</span></th>`;
  const lines = Object.entries(classes).map(
    ([label, { n, allowed }]) =>
      html`<tr><th scope="row">${label}</th><td class="n">${n}</td><td class="n">${allowed}</td>${found.map((policy) => countOf(confusion[label]?.[policy] ?? 0, n))}</tr>
`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="confusion"><caption>${caption}</caption>
<thead><tr><th scope="col">labelled</th><th scope="col">n</th>${upright('nothing found')}${found.map(upright)}</tr></thead>
<tbody>${lines}</tbody></table></div>`;
}

function countOf(count: number, of: number): Markup {
  return count === 0
    ? html`<td></td>`
    : html`<td class="n" style="--share:${Math.round((100 * count) / of)}%">${count}</td>`;
}
