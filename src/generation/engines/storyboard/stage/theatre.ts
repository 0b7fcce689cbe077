import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { SoundTrack } from '../../../../media/frame-encoder.ts';
import type { ShotOrder } from '../../../../requests/index.ts';
import { frameSize } from '../../../frame-size.ts';
import { createCaptionStrip } from '../caption/caption-strip.ts';
import { createStoryboardLabel } from '../caption/storyboard-label.ts';
import { createRandom, seedOf } from '../random.ts';
import { readPrompt } from '../read-prompt/read-prompt.ts';
import { composeSound } from '../sound/compose-sound.ts';
import { createPaperScene } from './paper-scene.ts';
import { createPictureScene } from './picture-scene.ts';
import { createProscenium } from './proscenium.ts';

/** A clip of this engine, frame by frame. */
export interface Theatre {
  /** The pixels of one frame, counted from 0: RGBA, opaque; valid until the next call. */
  drawFrame(frame: number): Uint8Array;
  playSound(): SoundTrack;
}

/** How many pixels of the frame one pixel of the pixel style is. */
const PIXELATION = 6;

/**
 * Sets up the stage for an order: the scene, the theatre's front, the caption below. Without a picture everything
 * comes from the words; with one, the picture itself is brought to life.
 */
export async function createTheatre(order: ShotOrder, picturePath: string | null): Promise<Theatre> {
  const frame = frameSize(order.aspect, order.resolution);
  const reading = readPrompt(order.prompt, order.style);
  const strip = createCaptionStrip(reading.caption, frame);
  const stage = { width: frame.width, height: frame.height - strip.height, seconds: order.seconds, seed: order.seed };
  const scene = picturePath
    ? await createPictureScene(picturePath, reading, stage)
    : await createPaperScene(reading, stage);
  const unit = Math.min(stage.width, stage.height * 1.12);
  const random = createRandom(seedOf('curtain', order.seed, order.prompt));
  const proscenium = createProscenium({ ...stage, unit, random });
  const label = createStoryboardLabel(reading.caption, frame);

  const canvas = createCanvas(frame.width, frame.height);
  const context = canvas.getContext('2d');
  strip.draw(context, stage.height);
  const small = reading.style === 'pixel' ? createSmall(stage) : null;

  return {
    drawFrame(index) {
      const seconds = index / order.framesPerSecond;
      context.save();
      context.beginPath();
      context.rect(0, 0, stage.width, stage.height);
      context.clip();
      context.imageSmoothingQuality = 'low';
      if (small) {
        const coarse = small.getContext('2d');
        coarse.setTransform(small.width / stage.width, 0, 0, small.height / stage.height, 0, 0);
        scene.draw(coarse, seconds);
        context.imageSmoothingEnabled = false;
        context.drawImage(small, 0, 0, stage.width, stage.height);
        context.imageSmoothingEnabled = true;
      } else scene.draw(context, seconds);
      proscenium.draw(context, seconds);
      context.drawImage(label.image, label.left, label.top);
      context.restore();
      return canvas.data();
    },
    playSound: () => composeSound(reading, order.seconds, order.seed),
  };
}

function createSmall({ width, height }: { width: number; height: number }): Canvas {
  return createCanvas(Math.ceil(width / PIXELATION), Math.ceil(height / PIXELATION));
}
