import { writeFile } from 'node:fs/promises';
import { answer } from '../../../../media/contained-task.ts';
import { SAMPLE_RATE } from '../../../../media/frame-encoder.ts';
import { waveFile } from '../../../../media/sound/wave-file.ts';
import type { BedOrder } from '../../../sound-bed.ts';
import { readPrompt } from '../read-prompt/read-prompt.ts';
import { composeSound } from './compose-sound.ts';

export interface ComposeInput extends BedOrder {
  /** The WAV to write. */
  path: string;
}

answer<ComposeInput, null>(async ({ prompt, style, seconds, seed, path }) => {
  const { left, right } = composeSound(readPrompt(prompt, style), seconds, seed);
  await writeFile(path, waveFile({ left, right }, SAMPLE_RATE));
  return null;
});
