import { type Call, choosingUntil, STANDING_CALL_ID, USUAL_CHOOSING_HOURS } from '../../calls/call.ts';
import { stateOf } from '../../calls/state-of.ts';
import { USUAL_WINNERS } from '../../calls/winners-rule.ts';
import { budgetOfCall } from '../../generation/money/budgets-for.ts';
import type { CallView, DeskCall } from './contract-of-calls.ts';
import { fileUrl } from './file-access.ts';
import type { WebContext } from './web-context.ts';

/** A call as everybody may know it. */
export function callViewOf(call: Call, now: Date): CallView {
  const { id, theme, text = null, picture, opensAt, closesAt, style = null, voters, winners = USUAL_WINNERS } = call;
  return {
    ...{ id, theme, text, opensAt, closesAt, style },
    pictureUrl: picture ? fileUrl(picture, { call: id }) : null,
    state: stateOf(call, now),
    standing: id === STANDING_CALL_ID,
    choosingUntil: choosingUntil(call),
    platforms: call.places && [...new Set(call.places.map((place) => place.slice(0, place.indexOf(':'))))],
    voters: voters?.who ?? 'everybody',
    winners,
  };
}

/** Calls as those at the desk see them fill. */
export async function readDeskCalls(
  { ledger, callFigures, clock }: Pick<WebContext, 'ledger' | 'callFigures' | 'clock'>,
  calls: readonly Call[],
): Promise<DeskCall[]> {
  const ids = calls.map(({ id }) => id);
  const [used, figures] = await Promise.all([ledger.used(ids.map(budgetOfCall)), callFigures.of(ids)]);
  const now = clock();
  return calls.map((call, place) => {
    const { byState, members } = figures[place] ?? { byState: {}, members: 0 };
    return {
      ...callViewOf(call, now),
      terms: termsOf(call),
      version: call.version ?? 0,
      places: call.places,
      paused: call.paused ?? null,
      ...{ byState, members },
      asked: Object.values(byState).reduce((sum, count) => sum + count, 0),
      usedUsd: used[place] ?? 0,
    };
  });
}

function termsOf(call: Call): DeskCall['terms'] {
  const { opensAt, closesAt, budgetUsd, caps, engine, text = null, style = null } = call;
  const { voters = { who: 'everybody' }, winners = USUAL_WINNERS } = call;
  const { choosingHours = USUAL_CHOOSING_HOURS } = call;
  return { opensAt, closesAt, budgetUsd, caps, engine, text, style, voters, winners, choosingHours };
}
