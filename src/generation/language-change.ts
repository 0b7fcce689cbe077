import { detectLanguage } from '../moderation/screening/detect-language.ts';
import type { Translation } from '../requests/index.ts';
import type { FitChange } from './fit-to-engine.ts';
import type { FittingPlan, PlannedEngines } from './plan-clip.ts';
import type { EngineLimits } from './video-engine.ts';

/** What a curator is to know of a plan besides: that its engine is told other words than these, or does not know their language. */
export async function languageChange(plan: FittingPlan, prompt: string, engines: PlannedEngines): Promise<FitChange[]> {
  const known = languagesOf(plan.engine, engines);
  if (known === 'any') return [];
  const asked = await unknownIn(known, plan.shots[0]?.prompt ?? '');
  if (asked !== null) return [{ option: 'language', asked, known }];
  const translation = await translationOf(prompt, plan.shots, known);
  return translation ? [{ option: 'translation', asked: translation.from, given: translation.to }] : [];
}

/** Those in which an engine is told what to make; see `EngineLimits`. */
export function languagesOf(engine: string, engines: PlannedEngines): EngineLimits['languages'] {
  return engines.find(({ id }) => id === engine)?.limits.languages ?? 'any';
}

/** The language of a text where it is told and not among those known; null where all is well, or nothing can be said. */
export async function unknownIn(known: EngineLimits['languages'], text: string): Promise<string | null> {
  if (known === 'any') return null;
  const language = await detectLanguage(text);
  return language === null || language === 'und' || known.includes(language) ? null : language;
}

/** What an engine that does not know the language of a prompt was told in its place; null where it was told the prompt. */
export async function translationOf(
  prompt: string,
  told: readonly { prompt: string }[],
  known: EngineLimits['languages'],
): Promise<Translation | null> {
  const from = await unknownIn(known, prompt);
  if (from === null) return null;
  // A shot that is too long for the engine goes on in another, which is told the same.
  const words = [...new Set(told.map((each) => each.prompt))].join(' ');
  const to = await detectLanguage(words);
  return to !== null && known.includes(to) ? { from, to, words } : null;
}
