import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { isRightToLeft } from '../../../../media/lettering/direction.ts';
import { typefaceFor } from '../../../../media/lettering/font-shelf.ts';
import { wrapLines } from '../../../../media/lettering/wrap-lines.ts';
import { css, type Rgb, rgb } from '../stage/colour.ts';
import { addGrain } from '../stage/paper.ts';

/** The strip of paper below the stage on which the prompt is written. */
export interface CaptionStrip {
  /** In pixels, even; 0 where there is nothing to write. */
  height: number;
  draw(context: SKRSContext2D, top: number): void;
}

const PAPER: Rgb = rgb('#fbf6ea');
const INK: Rgb = rgb('#3a302a');

/** Sides that stay free of text, as a part of the width. */
const SAFE_SIDE = 0.06;

export function createCaptionStrip(caption: string, frame: { width: number; height: number }): CaptionStrip {
  const { text, families } = typefaceFor(caption);
  if (text === '') return { height: 0, draw: () => undefined };
  const unit = Math.min(frame.width, frame.height);
  const size = Math.max(12, Math.round(unit * (frame.width < frame.height ? 0.044 : 0.036)));
  const font = `560 ${size}px ${families}`;
  const measuring = createCanvas(1, 1).getContext('2d');
  measuring.font = font;
  const most = frame.height > frame.width * 1.2 ? 4 : 2;
  const lines = wrapLines(text, frame.width * (1 - SAFE_SIDE * 2), most, (line) => measuring.measureText(line).width);
  const lineHeight = Math.round(
    size * (/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}]/u.test(text) ? 1.6 : 1.36),
  );
  const height = Math.ceil((lines.length * lineHeight + size * 1.15) / 2) * 2;
  return {
    height,
    draw(context, top) {
      const strip = createCanvas(frame.width, height);
      const paper = strip.getContext('2d');
      paper.fillStyle = css(PAPER);
      paper.fillRect(0, 0, frame.width, height);
      addGrain(paper, 0.8);
      setText(paper, text, font);
      for (const [index, line] of lines.entries()) {
        paper.fillText(line, frame.width / 2, height / 2 + (index - (lines.length - 1) / 2) * lineHeight);
      }
      paper.fillStyle = 'rgba(58, 48, 42, 0.28)';
      paper.fillRect(0, 0, frame.width, Math.max(1, unit * 0.0022));
      context.drawImage(strip, 0, top);
    },
  };
}

function setText(context: SKRSContext2D, text: string, font: string): void {
  context.font = font;
  // Host languages would change the shapes of shared Han characters.
  context.lang = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'ja'
    : /\p{Script=Hangul}/u.test(text)
      ? 'ko'
      : 'zh-Hans';
  context.direction = isRightToLeft(text) ? 'rtl' : 'ltr';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = css(INK);
}
