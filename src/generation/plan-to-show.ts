import { type PromptRequest, toMake } from '../requests/index.ts';
import { languageChange } from './language-change.ts';
import { type ClipPlan, type PlannedEngines, planClip } from './plan-clip.ts';

/**
 * What would be made, or is being made, as a curator is shown it: what was approved goes before what was asked, and what there
 * is to know of it besides is among its changes.
 */
export async function planToShow(request: PromptRequest, engines: PlannedEngines): Promise<ClipPlan> {
  const plan = planClip(request, toMake(request), engines);
  if (plan.outcome === 'impossible') return plan;
  return { ...plan, changes: [...plan.changes, ...(await languageChange(plan, engines))] };
}
