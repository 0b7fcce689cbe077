import { describe, expect, it } from 'vitest';
import type { PlannedEngines } from '../../../src/generation/plan-clip.ts';
import { planToShow } from '../../../src/generation/plan-to-show.ts';
import {
  decide,
  type HistoryEntry,
  type PromptRequest,
  type RequestEvent,
  receive,
} from '../../../src/requests/index.ts';
import { engineLimits } from '../../samples/engine-limits.ts';
import { aClip, anApproval, anAsked, anOrder, EVENTS, NOW } from '../../samples/requests.ts';

const ARABIC = 'قارب ورقي يبحر في شارع ممطر تحت ضوء المصابيح';
const ENGLISH = 'a paper boat sails down a rainy street below the lamps';

const engine = (id: string) => ({ id, limits: engineLimits({ languages: ['en'] }) });
const engines: PlannedEngines = [engine('wan'), engine('other')];

const started = (prompt: string): RequestEvent => ({
  ...EVENTS['generation-started'],
  ...{ engine: 'wan', shots: [anOrder({ prompt })] },
});
const replaced: RequestEvent = { ...EVENTS['engine-replaced'], shots: [anOrder({ prompt: ENGLISH })] };
const approved: RequestEvent = { kind: 'approved', approval: anApproval({ prompt: ARABIC }) };
const made: RequestEvent[] = [
  ...['shot-intended', 'shot-started', 'shot-rendered', 'shot-downloaded'].map(
    (kind) => EVENTS[kind as 'shot-intended'],
  ),
  { kind: 'clip-finished', clip: aClip() },
  EVENTS['clip-screened'],
  EVENTS['reply-posted'],
];

async function shown(...events: readonly RequestEvent[]) {
  let { request } = receive(anAsked({ prompt: ARABIC }), NOW) as { request: PromptRequest };
  const history: HistoryEntry[] = [];
  for (const event of [EVENTS['prompt-screened'], ...events]) {
    const decision = decide(request, event, NOW);
    if (!decision.applies) throw new Error(`${event.kind}: ${decision.why}`);
    history.push(decision.entry);
    request = decision.request;
  }
  const plan = await planToShow(request, engines, history);
  if (plan.outcome !== 'fits') throw new Error(plan.outcome);
  const changes = plan.changes.filter(({ option }) => option === 'language' || option === 'translation');
  return { engine: plan.engine, words: plan.shots.map(({ prompt }) => prompt), changes };
}

const UNKNOWN = [{ option: 'language', asked: 'ar', known: ['en'] }];
const TRANSLATED = [{ option: 'translation', asked: 'ar', given: 'en' }];

describe('what a curator is shown of a plan', () => {
  it('is what would be told, and that it would not be understood, before its turn comes', async () => {
    const asked = { engine: 'wan', words: [ARABIC], changes: UNKNOWN };
    expect(await shown()).toEqual(asked);
    expect(await shown(approved)).toEqual(asked);
  });

  it('is what the engine was told, and that it is a translation, while it is made and after', async () => {
    const told = { engine: 'wan', words: [ENGLISH], changes: TRANSLATED };
    expect(await shown(approved, started(ENGLISH))).toEqual(told);
    expect(await shown(approved, started(ENGLISH), ...made)).toEqual(told);
  });

  it('is what was told the one that took over', async () => {
    const told = { engine: 'other', words: [ENGLISH], changes: TRANSLATED };
    expect(await shown(approved, started(ARABIC), replaced)).toEqual(told);
    expect(await shown(approved, started(ARABIC), replaced, ...made)).toEqual(told);
  });

  it('is told as it was where nothing was translated', async () => {
    expect(await shown(approved, started(ARABIC), ...made)).toMatchObject({ words: [ARABIC], changes: UNKNOWN });
  });
});
