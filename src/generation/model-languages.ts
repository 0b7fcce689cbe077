import type { EngineLimits } from './video-engine.ts';

/**
 * What the makers of models say of the languages of a prompt, by a part of the model's name: the field `language` of the
 * model cards of Wan 2.1 and LTX-Video (read in November 2026). Of hosted models nobody says.
 */
const KNOWN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bwan\b|\bwan\d/i, ['en', 'zh']],
  [/\bltx/i, ['en']],
];

export function modelLanguages(model: string | null): EngineLimits['languages'] {
  return KNOWN.find(([name]) => name.test(model ?? ''))?.[1] ?? 'any';
}
