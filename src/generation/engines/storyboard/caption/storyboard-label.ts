import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { isRightToLeft } from '../../../../media/lettering/direction.ts';
import { typefaceFor } from '../../../../media/lettering/font-shelf.ts';
import { addGrain } from '../stage/paper.ts';

/** What every clip of this engine says of itself, in the language of its caption. */
const LABEL = { english: 'storyboard', arabic: 'لوحة قصصية' };

export interface StoryboardLabel {
  image: Canvas;
  left: number;
  top: number;
}

/** A small tag in the upper corner where reading begins. */
export function createStoryboardLabel(caption: string, frame: { width: number; height: number }): StoryboardLabel {
  const arabic = isRightToLeft(caption);
  const { text, families } = typefaceFor(arabic ? LABEL.arabic : LABEL.english);
  const unit = Math.min(frame.width, frame.height);
  const size = Math.max(10, Math.round(unit * 0.024));
  const font = `600 ${size}px ${families}`;
  const measuring = createCanvas(1, 1).getContext('2d');
  measuring.font = font;
  const width = Math.ceil(measuring.measureText(text).width + size * 1.3);
  const height = Math.ceil(size * 1.75);
  const image = createCanvas(width + 4, height + 4);
  const context = image.getContext('2d');
  context.shadowColor = 'rgba(20, 14, 30, 0.3)';
  context.shadowBlur = 3;
  context.fillStyle = 'rgba(251, 246, 234, 0.88)';
  context.beginPath();
  context.roundRect(1, 1, width, height, size * 0.35);
  context.fill();
  context.shadowColor = 'transparent';
  addGrain(context, 0.6);
  context.font = font;
  context.lang = arabic ? 'ar' : 'en';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = 'rgba(70, 58, 50, 0.9)';
  context.fillText(text, 1 + width / 2, 1 + height * 0.53);
  const inset = Math.round(unit * 0.045);
  return { image, left: arabic ? frame.width - inset - width : inset, top: inset };
}
