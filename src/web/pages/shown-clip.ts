import type { Language } from '../../wording/page-language.ts';
import type { ClipView } from '../api/contract.ts';

/** A delivered clip as everybody may see it. People's words are as they wrote them: `harmlessText` goes over them here. */
export interface ShownClip {
  id: string;
  /** The words that it was made from. */
  prompt: string;
  /** Of its requester; what direction and letters the prompt has, the browser tells by itself. */
  locale: Language;
  /** Under which its requester asked; empty where there is nobody any more. */
  requesterName: string;
  /** ISO 8601. */
  deliveredAt: string;
  callId: string;
  style: string;
  parentId: string | null;
  /** SHA-256 of the prompt, in hex; null where it was not kept. */
  promptHash: string | null;
  clip: ClipView;
  thumbnailUrl: string;
  /** Of the file at `clip.videoUrl`. */
  video: { bytes: number; type: string };
}
