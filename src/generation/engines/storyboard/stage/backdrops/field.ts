import { between } from '../../random.ts';
import { css } from '../colour.ts';
import { cut } from '../paper.ts';
import { box, circle, polygon, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

const CROWD = ['#e46a5e', '#f2c14e', '#5fa8d3', '#f7f3ea', '#8e6bbf', '#6bbf7b'];

/** A stadium: stands full of people, floodlights, stripes of lawn. */
export function field(set: StageSet): Backdrop {
  const { width, height, margin, unit, random, light } = set;
  const stands = height * 0.52;
  return {
    layers: [
      ...createSky(set, { y: 0.14 }),
      createLayer(set, { depth: 0.2, top: height * 0.5 - unit * 0.6 }, (context) => {
        for (const at of [0.08, 0.92]) {
          cut(
            context,
            box(width * at, height * 0.5 - unit * 0.28, unit * 0.016, unit * 0.5),
            light.on('#7c8794', 0.3),
            {
              lift: unit * 0.006,
            },
          );
          cut(
            context,
            box(width * at - unit * 0.06, height * 0.5 - unit * 0.33, unit * 0.13, unit * 0.07, unit * 0.01),
            light.on('#f4f0dc', 0.1),
            { lift: unit * 0.006 },
          );
        }
        for (let tier = 0; tier < 3; tier++) {
          const top = stands + tier * unit * 0.075;
          cut(
            context,
            box(-margin - 5, top, width + margin * 2 + 10, unit * 0.3),
            light.on(tier % 2 ? '#8e97a8' : '#a3abb9', 0.35),
            { lift: unit * 0.008, edge: unit * 0.002 },
          );
          for (let x = -margin; x < width + margin; x += unit * between(random, 0.016, 0.026)) {
            context.fillStyle = css(light.on(CROWD[Math.floor(random() * CROWD.length)] ?? '#ffffff', 0.3));
            context.fill(circle(x, top + unit * between(random, 0.022, 0.042), unit * 0.009));
          }
        }
      }),
      createLayer(set, { depth: 0.8, top: height * 0.68 }, (context) => {
        cut(
          context,
          sheetBelow(set, () => height * 0.72),
          light.on('#6fb25f'),
          { lift: unit * 0.014, edge: unit * 0.003 },
        );
        for (let stripe = -4; stripe <= 4; stripe += 2) {
          context.fillStyle = css(light.on('#5fa352'), 0.8);
          const [middle, wide] = [width / 2 + stripe * width * 0.13, width * 0.13];
          context.fill(
            polygon(
              middle - wide / 2,
              height * 0.72,
              middle + wide / 2,
              height * 0.72,
              middle + wide * 0.8 + stripe * wide * 0.5,
              height * 1.3,
              middle - wide * 0.8 + stripe * wide * 0.5,
              height * 1.3,
            ),
          );
        }
        cut(context, box(-margin, height * 0.775, width + margin * 2, unit * 0.008), light.on('#fbfbf4'), { lift: 0 });
      }),
      createLayer(set, { depth: 1.25, top: height * 0.9 }, (context) => {
        cut(
          context,
          sheetBelow(set, () => height * 0.965),
          light.on('#4f8f47'),
          { lift: unit * 0.014, edge: unit * 0.003 },
        );
      }),
    ],
    ground: 0.89,
    air: { top: 0.12, bottom: 0.45 },
    water: null,
  };
}
