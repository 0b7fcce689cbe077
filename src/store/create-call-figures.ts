import type { CallFigure, CallFigures } from '../calls/call-figures.ts';
import { toText } from './plain-text.ts';
import type { Records } from './records.ts';

const BY_STATE = {
  name: 'call-figures-by-state',
  text: `select call_id as "callId", state, count(*)::int as count from requests
    where call_id = any($1::text[]) group by call_id, state`,
};
const MEMBERS = {
  name: 'call-figures-members',
  text: `select call_id as "callId", count(distinct requester)::int as count from requests
    where call_id = any($1::text[]) group by call_id`,
};

export function createCallFigures({ run }: Records): CallFigures {
  return {
    async of(callIds) {
      if (callIds.length === 0) return [];
      const ids = [...new Set(callIds)].map(toText);
      const [states, members] = await Promise.all([
        run<{ callId: string; state: string; count: number }>(BY_STATE, [ids]),
        run<{ callId: string; count: number }>(MEMBERS, [ids]),
      ]);
      const figureOf = (id: string): CallFigure => ({
        byState: Object.fromEntries(
          states.filter(({ callId }) => callId === id).map(({ state, count }) => [state, count]),
        ),
        members: members.find(({ callId }) => callId === id)?.count ?? 0,
      });
      return callIds.map(figureOf);
    },
  };
}
