import type { Asked, RequestIn, ScriptShot, Verdict } from '../../requests/index.ts';
import { languagesOf, unknownIn } from '../language-change.ts';
import { type FittingPlan, type PlannedEngines, planClip } from '../plan-clip.ts';

/** What shots are written from. */
export type ToWriteFrom = Pick<Asked, 'id' | 'prompt' | 'options' | 'picture' | 'locale' | 'goesOn'>;

/** Has shots written as the first of the engines that can make them reads them; null where there are none that may be used. */
export type WriteFor = (asked: ToWriteFrom, verdict: Verdict, engines: PlannedEngines) => Promise<ScriptShot[] | null>;

/**
 * The plan for what was approved, in words that its engine reads: a curator may have put in others, and an engine that stands
 * in for another may know less. Shots that were approved one by one are told as they stand.
 */
export async function tellInKnownWords(
  request: RequestIn<'approved' | 'generating'>,
  plan: FittingPlan,
  { engines, writeFor }: { engines: PlannedEngines; writeFor: WriteFor },
): Promise<FittingPlan> {
  const { approval, verdict } = request;
  if (approval.script !== undefined) return plan;
  if ((await unknownIn(languagesOf(plan.engine, engines), plan.shots[0]?.prompt ?? '')) === null) return plan;
  const { prompt, options } = approval;
  const script = await writeFor({ ...request, prompt, options }, verdict, engines);
  const told = script && planClip(request, { ...approval, script }, engines);
  return told?.outcome === 'fits' ? told : plan;
}
