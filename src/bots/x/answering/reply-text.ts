import type { PromptRequest } from '../../../requests/index.ts';
import { sayOnX, X_CLIP_TEXTS, X_DRAWN_TEXTS } from '../../../wording/index.ts';
import type { OutgoingPost } from '../../chat-platform.ts';
import { X_LIMITS } from '../x-limits.ts';
import { markOf } from './mark-of.ts';
import { plainWords } from './plain-words.ts';
import { cutToWeight, weightedLength } from './weighted-length.ts';

/** What a person wrote is quoted up to so much of the 280. */
const LONGEST_QUOTE = 160;

/**
 * The words of a reply. They vary, since X takes the same words again for spam; and they carry a mark of their own, so
 * that the same post always has the same text and no other ever has: X's "duplicate content" then means that it is there.
 */
export function replyText(post: OutgoingPost, request: PromptRequest | null): string {
  const { number, mark: said } = markOf(post.key);
  const mark = { said };
  if (post.kind !== 'clip') return withinLimit(`${plainWords(post.text)} ${sayOnX(post.locale, 'mark', { mark })}`);
  const clip = request && 'clip' in request ? request.clip : null;
  const texts = clip?.engine === 'storyboard' ? X_DRAWN_TEXTS : X_CLIP_TEXTS;
  const key = texts[number % texts.length] ?? 'clip-1';
  const caption = clip?.caption ?? '';
  const lines = [sayOnX(post.locale, key)];
  if (caption !== '')
    lines.push(sayOnX(post.locale, 'quote', { caption: cutToWeight(plainWords(caption), LONGEST_QUOTE) }));
  lines.push(sayOnX(post.locale, 'mark', { mark }));
  return withinLimit(lines.join('\n'));
}

function withinLimit(text: string): string {
  return weightedLength(text) <= X_LIMITS.textLength ? text : cutToWeight(text, X_LIMITS.textLength);
}
