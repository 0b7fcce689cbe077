import type { Colour } from '../../../../prompt-words/stage-reading.ts';
import { between } from '../../random.ts';
import { css, mix, rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { circle, polygon, rollingLine, sheetBelow } from '../shapes.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

const PALETTES = [
  ['#f4e6cf', '#f2b880', '#d9825b', '#a4485a'],
  ['#e4eef0', '#a9cfd0', '#5f9ea8', '#34637a'],
  ['#f3e3ea', '#dcb3c9', '#a77fae', '#5f5288'],
  ['#eef0dc', '#c8d5a0', '#8aa96b', '#4f7a5b'],
] as const;

/** The colours a prompt can name, as papers. */
export const PAPERS: Record<Colour, string> = {
  red: '#d94f45',
  orange: '#ee8a3c',
  yellow: '#f6c945',
  green: '#5fa85c',
  blue: '#3f7fc4',
  purple: '#8a5cb5',
  pink: '#f08fb0',
  black: '#2f2d35',
  white: '#fbf8f1',
  brown: '#8f6243',
  grey: '#9a9ca3',
  gold: '#dcae3f',
  turquoise: '#45b5b0',
};

/** No place at all: paper suns and waves in colours of the prompt, or of its seed, under a theatre's light. */
export function bareStage(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, light, reading } = set;
  const palette = PALETTES[Math.floor(random() * PALETTES.length)] ?? PALETTES[0];
  const own = reading.colours.map((colour) => PAPERS[colour]);
  const paper = (index: number) => rgb(own[(index - 1) % Math.max(1, own.length)] ?? palette[index] ?? palette[1]);
  const ground = mix(rgb(palette[0]), light.skyTop, light.dark ? 0.75 : 0.06);
  const tone = (index: number, amount = 0) =>
    mix(mix(paper(index), ground, amount), light.skyTop, light.dark ? 0.35 : 0);
  const wave = (at: number, depth: number, index: number, amount: number) => {
    const line = rollingLine(set, random, height * at, unit * 0.06, 0.8);
    return createLayer(set, { depth, top: height * at - unit * 0.2 }, (context) =>
      cut(context, sheetBelow(set, line), tone(index, amount), { lift: unit * 0.018, edge: unit * 0.004 }),
    );
  };
  const [x, y] = [width * between(random, 0.35, 0.65), height * 0.4];
  return {
    layers: [
      createLayer(set, { depth: 0.02 }, (context) => {
        context.fillStyle = css(ground);
        context.fillRect(-margin, -margin, width + margin * 2, height + margin * 2);
        for (let ray = 0; ray < 24; ray += 2) {
          const [from, to] = [(ray / 24) * Math.PI * 2, ((ray + 1) / 24) * Math.PI * 2];
          const far = Math.hypot(width, height);
          context.fillStyle = css(mix(ground, paper(1), 0.22), 0.7);
          context.fill(
            polygon(
              x,
              y,
              x + Math.cos(from) * far,
              y + Math.sin(from) * far,
              x + Math.cos(to) * far,
              y + Math.sin(to) * far,
            ),
          );
        }
      }),
      createLayer(set, { depth: 0.12 }, (context) => {
        for (const [index, radius] of [0.4, 0.3, 0.2].entries())
          cut(context, circle(x, y, unit * radius), tone(index + 1, 0.62 - index * 0.14), {
            lift: unit * 0.016,
            edge: unit * 0.003,
          });
      }),
      wave(0.7, 0.35, 1, 0.35),
      wave(0.78, 0.7, 2, 0.15),
      wave(0.95, 1.3, 3, 0),
    ],
    ground: 0.89,
    air: { top: 0.15, bottom: 0.5 },
    water: null,
  };
}
