import { between } from '../../random.ts';
import { createSprite } from '../puppets/sprite.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** A flickering glow from below, sparks, and a fire where the prompt has no drawing of one. */
export async function createFire(set: StageSet): Promise<Air> {
  const { width, height, unit, random, reading } = set;
  const own = reading.subjects.some((subject) => subject.sprite === 'fire') || reading.setting === 'volcano';
  const size = Math.round(unit * 0.17);
  const flame = own
    ? null
    : await createSprite('fire', size, {
        light: { ...set.light, shade: { colour: [0, 0, 0], amount: 0 } },
        style: reading.style,
      });
  const [x, y] = [width * between(random, 0.62, 0.72), height * 0.84];
  const sparks = Array.from({ length: 16 }, () => ({
    at: random(),
    x: between(random, -0.12, 0.12),
    phase: random() * 7,
  }));
  return {
    place: 'behind',
    draw(context, seconds) {
      const flicker = 1 + Math.sin(seconds * 11) * 0.05 + Math.sin(seconds * 17.3) * 0.04;
      const glow = context.createRadialGradient(x, y, 0, x, y, unit * 0.45 * flicker);
      glow.addColorStop(0, 'rgba(255, 170, 80, 0.5)');
      glow.addColorStop(1, 'rgba(255, 150, 60, 0)');
      context.fillStyle = glow;
      context.fillRect(x - unit * 0.5, y - unit * 0.5, unit, unit);
      if (flame)
        context.drawImage(
          flame.image,
          x - size / 2 - flame.rim,
          y - size * flicker * 0.95,
          size + flame.rim * 2,
          (size + flame.rim * 2) * flicker,
        );
      context.fillStyle = 'rgba(255, 205, 110, 0.9)';
      context.beginPath();
      for (const spark of sparks) {
        const age = wrap(spark.at + seconds * 0.4, 1);
        const left = x + spark.x * unit + Math.sin(seconds * 3 + spark.phase) * unit * 0.02;
        const top = y - unit * (0.1 + age * 0.4);
        context.moveTo(left, top);
        context.arc(left, top, unit * 0.004 * (1 - age), 0, Math.PI * 2);
      }
      context.fill();
    },
  };
}
