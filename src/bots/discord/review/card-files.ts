import type { ReviewCard } from '../../../moderation/curation/review-card.ts';
import type { Locale, PromptRequest, StoredFile } from '../../../requests/index.ts';
import { sayAsAtDesk } from '../../../wording/index.ts';
import { DISCORD, DISCORD_LIMITS } from '../discord-limits.ts';

/** Something that is seen on a card. */
export interface CardFile {
  name: string;
  file: StoredFile;
  /** For those who do not see it. */
  description: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
};

/** The picture that was sent, or the clip that is on hold, as far as Discord takes it; none on a card that is settled. */
export function cardFiles(
  { request, kind, ended }: ReviewCard,
  locale: Locale,
  maxBytes: number = DISCORD_LIMITS.rendition.maxBytes,
): CardFile[] {
  if (ended) return [];
  if (kind === 'review' || (kind === 'appealed' && request.state !== 'blocked')) {
    const description = sayAsAtDesk(locale, 'pictureOf', { name: request.requester.name });
    const still = request.state === 'in-review' && request.still?.state === 'made' ? request.still.file : null;
    return [
      ...(request.picture ? [cardFile('picture', request.picture, description)] : []),
      ...(still ? [cardFile('still', still, sayAsAtDesk(locale, 'stillAlt'))] : []),
    ];
  }
  return kind === 'clip-on-hold' || kind === 'reported' || kind === 'appealed'
    ? clipFiles(request, kind, maxBytes)
    : [];
}

function clipFiles(
  request: PromptRequest,
  kind: 'clip-on-hold' | 'reported' | 'appealed',
  maxBytes: number,
): CardFile[] {
  const clip = 'clip' in request ? request.clip : null;
  if (!clip) return [];
  const video = clip.renditions[DISCORD] ?? clip.master;
  const sheet = cardFile('frames', clip.contactSheet, clip.altText);
  // What was reported is a click away, where it stands.
  return kind === 'clip-on-hold' && video.bytes <= maxBytes ? [cardFile('clip', video, clip.altText), sheet] : [sheet];
}

/** Named by what is in it, so that another picture is another file. */
function cardFile(what: string, file: StoredFile, description: string): CardFile {
  const name = `${what}-${file.sha256.slice(0, 8)}.${ENDINGS[file.type] ?? 'bin'}`;
  return { name, file, description: description.slice(0, DISCORD_LIMITS.altTextLength) };
}
