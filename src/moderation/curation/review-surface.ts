import type { Locale, PostRef, PromptRequest } from '../../requests/index.ts';
import type { ReviewCard } from './review-card.ts';

/** Where cards stand, e.g. a channel that curators see. */
export interface CardPlace {
  channel: string;
  locale: Locale;
}

/** The code of what is thrown where a place takes no cards for now; whoever can mend it was told. */
export const PLACE_SHUT = 'place-shut';

/**
 * A place where curators are shown cards and decide by them. Nothing in it retries by itself; see `AdapterError`.
 */
export interface ReviewSurface {
  /** The id of the adapter. */
  readonly id: string;
  /** In milliseconds. */
  readonly pace: {
    /** At most one edit of the same card in this time. */
    editEveryMs: number;
    /** How long after it was made a card may be edited for small things; later only for what curators must know. */
    freelyForMs: number;
    /** At most one edit in this time of all cards that are older. */
    oldEditEveryMs: number;
  };
  /** Where the cards of a request belong; null where nobody has chosen such a place. */
  placeFor(request: PromptRequest): Promise<CardPlace | null>;
  /** The place of a card that was made before. */
  placeAt(channel: string): Promise<CardPlace>;
  /** Calls back when cards may belong elsewhere than before. Returns the way to stop. */
  onPlacesChanged(callback: () => void): () => void;
  /** What the card shows, as a short mark: the same where nothing would look different. */
  markOf(card: ReviewCard, place: CardPlace): Promise<string>;
  /** `intendedAt` (ISO 8601) is when it was first meant to be made. */
  post(card: ReviewCard, place: CardPlace, intendedAt: string): Promise<PostRef>;
  /** `gone` where the card, or the place it stood in, is not there any more. */
  edit(ref: PostRef, card: ReviewCard, place: CardPlace, change: { files: boolean }): Promise<'edited' | 'gone'>;
  /** The card with this key in a place, made since the given moment (ISO 8601), if it is there. */
  find(place: CardPlace, key: string, since: string): Promise<PostRef | null>;
}
