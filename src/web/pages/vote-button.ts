import { PAGE_TEXTS } from '../../wording/pages.ts';
import { harmlessText } from './harmless-text.ts';
import { html, type Markup } from './html.ts';
import type { Place } from './public-page.ts';
import type { ShownClip } from './shown-clip.ts';
import { icon } from './signs.ts';

/** Voting wants a script; its room is kept, so that nothing moves when that is there. */
export function voteButton({ id, prompt, clip }: ShownClip, { say }: Place): Markup {
  const name = say('voteFor', { prompt: harmlessText(prompt) });
  const count = say('votes', { count: clip.votes });
  return html`<button type="button" class="vote-button-vote by-script" aria-pressed="false" title="${count}" data-vote="${id}">${icon('heart')}<span class="unseen">${name} (<span data-count-words>${count}</span>)</span><span aria-hidden="true" data-count>${clip.votes}</span></button>`;
}

/** What the script needs to write of votes: not all texts of the pages, which are many. */
export function votingTexts({ language }: Place): string {
  const { votes, viewers, ownClip, heldPublic, heldYours } = PAGE_TEXTS[language];
  return JSON.stringify({ votes, viewers, ownClip, heldPublic, heldYours });
}
