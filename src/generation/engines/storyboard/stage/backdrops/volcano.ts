import { css, mix, rgb } from '../colour.ts';
import { cut } from '../paper.ts';
import { circle, jaggedLine, polygon, sheetBelow } from '../shapes.ts';
import { createSky } from '../sky.ts';
import { type Backdrop, createLayer, type StageSet } from '../stage-set.ts';

/** A smoking cone, rivers of lava between dark rocks. */
export function volcano(set: StageSet): Backdrop {
  const { width, height, unit, random, light } = set;
  const own = set.reading.subjects.some((subject) => subject.sprite === 'volcano');
  const rocks = jaggedLine(set, random, height * 0.76, unit * 0.1, 0.2);
  const front = jaggedLine(set, random, height * 0.97, unit * 0.06, 0.2);
  const x = width * 0.5;
  return {
    layers: [
      ...createSky(set, { disc: false, clouds: 5 }),
      createLayer(set, { depth: 0.25, top: height * 0.1 }, (context) => {
        const top = height * 0.75 - unit * 0.46;
        const glow = context.createRadialGradient(x, top, 0, x, top, unit * 0.5);
        glow.addColorStop(0, 'rgba(255, 140, 60, 0.75)');
        glow.addColorStop(1, 'rgba(255, 120, 60, 0)');
        context.fillStyle = glow;
        context.fill(circle(x, top, unit * 0.5));
        if (own) return;
        cut(
          context,
          polygon(
            x - unit * 0.62,
            height * 0.8,
            x - unit * 0.1,
            top,
            x + unit * 0.1,
            top,
            x + unit * 0.62,
            height * 0.8,
          ),
          light.on('#5b4550', 0.2),
          { lift: unit * 0.016, edge: unit * 0.003 },
        );
        cut(
          context,
          polygon(
            x - unit * 0.09,
            top,
            x + unit * 0.09,
            top,
            x + unit * 0.04,
            top + unit * 0.12,
            x + unit * 0.1,
            height * 0.8,
            x - unit * 0.02,
            height * 0.8,
            x - unit * 0.03,
            top + unit * 0.1,
          ),
          rgb('#ff7a3c'),
          { lift: 0 },
        );
      }),
      createLayer(set, { depth: 0.7, top: height * 0.55 }, (context) => {
        cut(context, sheetBelow(set, rocks, 0.006), mix(light.on('#4a3740', 0.1), rgb('#ff7a3c'), 0.08), {
          lift: unit * 0.016,
          edge: unit * 0.003,
        });
        context.fillStyle = css(rgb('#ff8a3c'), 0.85);
        for (const at of [0.86, 0.91]) context.fillRect(-set.margin, height * at, width + set.margin * 2, unit * 0.016);
      }),
      createLayer(set, { depth: 1.3, top: height * 0.8 }, (context) =>
        cut(context, sheetBelow(set, front, 0.006), light.on('#33262d'), { lift: unit * 0.018, edge: unit * 0.004 }),
      ),
    ],
    ground: 0.88,
    air: { top: 0.12, bottom: 0.42 },
    water: null,
  };
}
