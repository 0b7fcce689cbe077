import { type HistoryEntry, type PromptRequest, type ShotOrder, toMake } from '../requests/index.ts';
import { languageChange } from './language-change.ts';
import { type ClipPlan, type PlannedEngines, planClip } from './plan-clip.ts';

/**
 * What would be made, or what its engine was told, as a curator is shown it: what was approved goes before what was asked,
 * what was told before both, and what there is to know of it besides is among its changes.
 */
export async function planToShow(
  request: PromptRequest,
  engines: PlannedEngines,
  history: readonly HistoryEntry[],
): Promise<ClipPlan> {
  const words = toMake(request);
  const usual = planClip(request, words, engines);
  const told = toldOf(request, history);
  const plan = told ? planAsTold(told, usual, () => planClip(request, words, at(told.engine, engines))) : usual;
  if (plan.outcome === 'impossible') return plan;
  return { ...plan, changes: [...plan.changes, ...(await languageChange(plan, words.prompt, engines))] };
}

interface Told {
  engine: string;
  shots: ShotOrder[];
}

/** What an engine was told of what is being made, or was; null where none has been told anything yet. */
function toldOf(request: PromptRequest, history: readonly HistoryEntry[]): Told | null {
  if ('shots' in request && request.engine !== null && request.shots.length > 0) {
    return { engine: request.engine, shots: request.shots.map(({ order }) => order) };
  }
  if (!('clip' in request)) return null;
  for (const { event } of history.toReversed()) {
    if (event.kind === 'generation-started' || event.kind === 'engine-replaced') return event;
  }
  return null;
}

/** Another may have taken over from the one that would be asked now. */
function planAsTold({ engine, shots }: Told, usual: ClipPlan, planThere: () => ClipPlan): ClipPlan {
  const plan = usual.outcome === 'fits' && usual.engine === engine ? usual : planThere();
  return plan.outcome === 'fits' ? { ...plan, engine, shots } : plan;
}

/** That engine alone; it may not be configured any more. */
function at(engine: string, engines: PlannedEngines): PlannedEngines {
  const itself = engines.find(({ id }) => id === engine);
  return itself ? [itself] : engines;
}
