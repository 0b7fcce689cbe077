import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import type { ReviewCard } from '../../../moderation/curation/review-card.ts';
import { sayToCurators } from '../../../wording/index.ts';
import { cardButtons } from './card-buttons.ts';
import { type CardFile, cardFiles } from './card-files.ts';
import {
  attentionText,
  claimText,
  endedText,
  factsText,
  headText,
  promptText,
  type Reading,
  translationText,
} from './card-text.ts';

export interface DrawnCard {
  components: APIMessageTopLevelComponent[];
  files: readonly CardFile[];
  /** All of a prompt that has no room on the card, as a file; null where it has. */
  wholePrompt: string | null;
}

export const WHOLE_PROMPT = 'prompt.txt';

/** Of the 4,000 characters that all texts of a message may have, some are left for what says that there is more. */
const LONGEST_TEXT = 3800;

/** Quiet where nothing is wrong; one colour for each thing to know from afar. */
const COLOUR = { flagged: 0xd9a441, further: 0x8e6bbf, stopped: 0xc8553d, good: 0x5a9e6f, over: 0x8a8f98 };

/** A card as Discord shows it. Nothing else is remembered of it than what its buttons say. */
export function drawCard(
  card: ReviewCard,
  reading: Reading,
  files: readonly CardFile[] = cardFiles(card, reading.locale),
): DrawnCard {
  const { locale } = reading;
  const { ended, details, request } = card;
  const head = ended ? null : headText(card, reading);
  const attention = ended ? null : attentionText(card, reading);
  const translation = details && translationText(details, reading);
  const facts = details && factsText(card, details, reading);
  const claim = details && claimText(details, reading);
  const outcome = ended && endedText(card, reading);
  const rest = [head, translation, attention, facts, claim, outcome].reduce(
    (sum, each) => sum + (each?.length ?? 0),
    0,
  );
  const prompt = promptText(card, reading, LONGEST_TEXT - rest);
  const parts: readonly (APIComponentInContainer | null)[] = [
    text(head),
    text(prompt.text),
    ...(prompt.cut ? [text(`-# ${sayToCurators(locale, 'whole-prompt')}`), fileOf(WHOLE_PROMPT)] : []),
    text(translation),
    text(attention),
    gallery(card, files),
    facts ? LINE : null,
    text(facts),
    text(claim),
    text(outcome),
    ...cardButtons(card, locale),
  ];
  const colour = colourOf(card);
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    components: parts.filter((part) => part !== null),
    ...(colour === null ? {} : { accent_color: colour }),
  };
  return { components: [container], files, wholePrompt: prompt.cut ? request.prompt : null };
}

const LINE: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

function text(content: string | null): APIComponentInContainer | null {
  return content ? { type: ComponentType.TextDisplay, content } : null;
}

function fileOf(name: string): APIComponentInContainer {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Behind a veil where screening saw something: who looks does so on purpose. */
function gallery({ details, kind, request }: ReviewCard, files: readonly CardFile[]): APIComponentInContainer | null {
  if (files.length === 0) return null;
  const still = request.state === 'in-review' && request.still?.state === 'made' ? request.still.verdict.findings : [];
  const seen = [...(details?.flags ?? []), ...still];
  const spoiler = kind !== 'review' || seen.some(({ outcome }) => outcome !== 'allow');
  return {
    type: ComponentType.MediaGallery,
    items: files.map(({ name, description }) => ({ media: { url: `attachment://${name}` }, description, spoiler })),
  };
}

function colourOf({ request, kind, ended, details }: ReviewCard): number | null {
  if (ended) {
    const good = ['approved', 'retried', 'clip-released', 'reports-dismissed', 'shot-started', 'shot-restarted'];
    const wentOn = !['failed', 'blocked', 'removed', 'withdrawn'].includes(request.state);
    return good.includes(ended.event.kind) && wentOn ? COLOUR.good : COLOUR.over;
  }
  if (kind !== 'review') return COLOUR.stopped;
  if (request.state === 'in-review' && (request.escalated || request.appealOf)) return COLOUR.further;
  return (details?.flags ?? []).some(({ outcome }) => outcome !== 'allow') ? COLOUR.flagged : null;
}
