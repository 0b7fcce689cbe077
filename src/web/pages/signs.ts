import { html, type Markup } from './html.ts';
import { ICON_PATHS, type IconName } from './icon-paths.ts';
import { STAGE_MARK_SHAPES } from './stage-mark-shapes.ts';

/** A sign beside words; it says nothing by itself. */
export function icon(name: IconName, size = 18, filled = false): Markup {
  return html`<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="${filled ? 'currentColor' : 'none'}" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${ICON_PATHS[name]}"/></svg>`;
}

/** The sign of the house. */
export function stageMark(size: number): Markup {
  const shapes = STAGE_MARK_SHAPES.map(({ d, fill }) => html`<path d="${d}" fill="${fill}"/>`);
  return html`<svg width="${size}" height="${size}" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" fill="var(--curtain)"/>${shapes}</svg>`;
}
