import { between } from '../../random.ts';
import { createSprite } from '../puppets/sprite.ts';
import type { StageSet } from '../stage-set.ts';
import { type Air, wrap } from './air.ts';

/** Notes of music that rise from the stage. */
export async function createNotes(set: StageSet): Promise<Air> {
  const { width, height, unit, random, light, reading } = set;
  const size = Math.round(unit * 0.06);
  const drawings = await Promise.all(
    ['musical-note', 'musical-notes'].map((name) => createSprite(name, size, { light, style: reading.style })),
  );
  const notes = Array.from({ length: 8 }, (_, index) => ({
    at: index / 8,
    x: between(random, 0.22, 0.78),
    phase: random() * 7,
  }));
  return {
    place: 'front',
    draw(context, seconds) {
      for (const [index, { at, x, phase }] of notes.entries()) {
        const sprite = drawings[index % drawings.length];
        const age = wrap(at + seconds * 0.14, 1);
        if (!sprite) continue;
        context.globalAlpha = Math.min(1, Math.sin(age * Math.PI) * 2);
        context.drawImage(
          sprite.image,
          x * width + Math.sin(seconds * 1.5 + phase) * unit * 0.03,
          height * (0.72 - age * 0.6),
        );
      }
      context.globalAlpha = 1;
    },
  };
}
