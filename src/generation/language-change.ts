import { detectLanguage } from '../moderation/screening/detect-language.ts';
import type { FitChange } from './fit-to-engine.ts';
import type { ClipPlan, PlannedEngines } from './plan-clip.ts';
import type { EngineLimits } from './video-engine.ts';

/** What a curator is to know of a plan besides: that its words are in a language that its engine does not know. */
export async function languageChange(plan: ClipPlan, engines: PlannedEngines): Promise<FitChange[]> {
  if (plan.outcome === 'impossible') return [];
  const known = languagesOf(plan.engine, engines);
  const asked = await unknownIn(known, plan.shots[0]?.prompt ?? '');
  return asked === null || known === 'any' ? [] : [{ option: 'language', asked, known }];
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
