import { answer } from '../contained-task.ts';
import { createFrameEncoder } from '../frame-encoder.ts';
import { drawCard } from '../lettering/draw-card.ts';
import type { Card } from '../media-tools.ts';

export interface CardInput extends Card {
  toPath: string;
}

answer<CardInput, null>(async ({ toPath, ...card }) => {
  const { width, height } = card;
  const encoder = await createFrameEncoder({ path: toPath, width, height, framesPerSecond: 30, sound: null });
  try {
    await encoder.write(drawCard(card));
    await encoder.finish();
  } catch (cause) {
    await encoder.abandon();
    throw cause;
  }
  return null;
});
