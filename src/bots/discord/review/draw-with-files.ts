import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../../files/file-store.ts';
import type { ReviewCard } from '../../../moderation/curation/review-card.ts';
import { AdapterError } from '../../../requests/index.ts';
import { type CardFile, cardFiles } from './card-files.ts';
import type { Reading } from './card-text.ts';
import { type DrawnCard, drawCard, WHOLE_PROMPT } from './draw-card.ts';

interface SentFile {
  name: string;
  data: Buffer;
  contentType: string;
  description?: string;
}

/** A card with the files that it shows, as they are sent. Without them where they are gone: the card is needed more. */
export async function drawWithFiles(
  card: ReviewCard,
  reading: Reading,
  store: Pick<FileStore, 'read'>,
  /** In bytes; absent: what Discord takes everywhere. */
  maxBytes?: number,
): Promise<{ drawn: DrawnCard; sent: SentFile[] }> {
  const drawn = drawCard(card, reading, cardFiles(card, reading.locale, maxBytes));
  try {
    return { drawn, sent: [...(await readFiles(drawn.files, store)), ...wholePrompt(drawn)] };
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'not-found') throw error;
    const bare = drawCard(card, reading, []);
    return { drawn: bare, sent: wholePrompt(bare) };
  }
}

function readFiles(files: readonly CardFile[], store: Pick<FileStore, 'read'>): Promise<SentFile[]> {
  return Promise.all(
    files.map(async ({ name, file, description }) => ({
      name,
      data: await buffer(await store.read(file)),
      contentType: file.type,
      description,
    })),
  );
}

function wholePrompt({ wholePrompt: text }: DrawnCard): SentFile[] {
  return text === null ? [] : [{ name: WHOLE_PROMPT, data: Buffer.from(text), contentType: 'text/plain' }];
}

/** How a message lists the files that come with it. */
export function attachmentsOf(sent: readonly SentFile[]) {
  return sent.map(({ name, description }, id) => ({
    id,
    filename: name,
    ...(description ? { description } : {}),
  }));
}
