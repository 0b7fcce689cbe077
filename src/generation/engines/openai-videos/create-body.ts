import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { toFile, type Uploadable } from 'openai';
import type { ShotOrder, StoredFile } from '../../../requests/index.ts';
import { frameSize } from '../../frame-size.ts';
import { promptText } from '../../prompt-text.ts';
import type { Dialect } from './dialects.ts';

/** The form of `POST /videos` in a dialect: OpenAI's fields, and what a dialect has besides. */
export interface CreateBody {
  prompt: string;
  model?: string;
  seconds: string;
  size: string;
  input_reference?: Uploadable;
  image_reference?: string;
  fps?: string;
  num_frames?: string;
  seed?: string;
  generate_sound?: string;
}

/** Puts an order into a dialect's words. `resolvePicture` gives a path of this machine. */
export async function createBody(
  order: ShotOrder,
  dialect: Dialect,
  model: string | null,
  resolvePicture: (picture: StoredFile) => Promise<string>,
): Promise<CreateBody> {
  const { width, height } = frameSize(order.aspect, order.resolution);
  const frames = Math.round(order.seconds * order.framesPerSecond);
  return {
    prompt: promptText(order),
    ...(model === null ? {} : { model }),
    // Whole seconds are all that this field takes; frames say the rest.
    seconds: String(Math.max(1, Math.round(order.seconds))),
    size: `${width}x${height}`,
    ...(dialect.length === 'frames' ? { fps: String(order.framesPerSecond), num_frames: String(frames) } : {}),
    ...(dialect.takesSeed ? { seed: String(order.seed) } : {}),
    ...(dialect.soundField === null ? {} : { [dialect.soundField]: String(order.sound !== 'none') }),
    ...(order.picture === null ? {} : await pictureField(order.picture, dialect, resolvePicture)),
  };
}

async function pictureField(
  picture: StoredFile,
  dialect: Dialect,
  resolvePicture: (picture: StoredFile) => Promise<string>,
): Promise<Pick<CreateBody, 'input_reference' | 'image_reference'>> {
  const path = await resolvePicture(picture);
  if (dialect.picture === 'image_reference') {
    const url = `data:${picture.type};base64,${(await readFile(path)).toString('base64')}`;
    return { image_reference: JSON.stringify({ image_url: url }) };
  }
  const name = `picture.${picture.type.split('/')[1] ?? 'jpg'}`;
  return { input_reference: await toFile(createReadStream(path), name, { type: picture.type }) };
}
