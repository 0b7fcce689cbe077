import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';

/** The best clips of a call in one video. Sizes in pixels. */
export interface ShownReel {
  videoUrl: string;
  posterUrl: string;
  width: number;
  height: number;
  /** How many are in it. */
  clips: number;
}

/** Above what came of a call that is over. */
export function reelSection({ videoUrl, posterUrl, width, height, clips }: ShownReel, { say }: Place): Markup {
  return html`<section class="reel" aria-labelledby="reel"><h2 id="reel">${say('reelTitle')}</h2>
<video class="video" src="${videoUrl}" poster="${posterUrl}" width="${width}" height="${height}" controls playsinline preload="none" aria-label="${say('reelTitle')}" aria-describedby="reel-seen"></video>
<p id="reel-seen">${say('reelLead', { count: clips })}</p></section>`;
}
