import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Call, STANDING_CALL_ID } from '../../calls/call.ts';
import { type CallDetails, LONGEST_THEME, MOST_BUDGET_USD, type PlanProblem } from '../../calls/call-plan.ts';
import { type CallChange, changeTerms, closeCall, openCall, pauseCall, resumeCall } from '../../calls/change-call.ts';
import {
  type CallTerms,
  callsPage,
  type callTerms,
  callView,
  changingCall,
  deskCall,
  deskCalls,
  openingCall,
  pausingCall,
} from './contract-of-calls.ts';
import type { ProblemCode } from './problems.ts';
import { callViewOf, readDeskCalls } from './read-call-views.ts';
import { readPostForm } from './read-post-form.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** How the interface names what is wrong with a plan. */
const PLAN_PROBLEMS: Record<PlanProblem, { code: ProblemCode; field: string; limit?: number }> = {
  'theme-missing': { code: 'call-theme', field: 'theme', limit: LONGEST_THEME },
  'theme-long': { code: 'call-theme', field: 'theme', limit: LONGEST_THEME },
  'opening-past': { code: 'call-opening', field: 'opensAt' },
  'opening-far': { code: 'call-opening', field: 'opensAt' },
  'end-before-opening': { code: 'call-window', field: 'closesAt' },
  'end-past': { code: 'call-end', field: 'closesAt' },
  'end-far': { code: 'call-end', field: 'closesAt' },
  'budget-range': { code: 'call-budget', field: 'budgetUsd', limit: MOST_BUDGET_USD },
  'caps-range': { code: 'call-caps', field: 'caps' },
};

/** Calls: for everybody to read, and at the desk to open, change, pause and close. */
export function addCallRoutes(app: WebApp, context: WebContext): void {
  const { calls, clock, newId, engines, platformIds, takeInPicture, viewerOf } = context;
  const tags = ['calls'];
  const response = { 200: deskCall, ...problems };

  async function newestFirst(): Promise<Call[]> {
    return (await calls.list()).toSorted((one, other) => (one.opensAt < other.opensAt ? 1 : -1));
  }

  app.get(
    '/api/calls',
    {
      schema: {
        tags,
        summary: 'All calls, newest first',
        response: { 200: callsPage, ...problems },
      },
    },
    async () => ({ calls: (await newestFirst()).map((call) => callViewOf(call, clock())) }),
  );

  app.get(
    '/api/calls/:id',
    { schema: { tags, summary: 'One call', params: idParams, response: { 200: callView, ...problems } } },
    async (request, reply) => {
      const call = await calls.find(request.params.id);
      return call ? callViewOf(call, clock()) : refuse(reply, 'not-found');
    },
  );

  app.get(
    '/api/desk/calls',
    { schema: { tags, summary: 'How calls fill', response: { 200: deskCalls, ...problems } } },
    async () => ({
      calls: await readDeskCalls(context, await newestFirst()),
      engines: engines.map(({ id }) => id),
      platforms: [...platformIds],
    }),
  );

  app.post(
    '/api/desk/calls',
    { schema: { tags, summary: 'Open a call, now or at a time to come', body: openingCall, response } },
    async (request, reply) => {
      const { theme, places, ...terms } = request.body;
      const wrong = unknownIn(terms, places);
      if (wrong !== null) return refuse(reply, 'invalid', { field: wrong });
      const now = clock();
      const plan = { ...planOf(terms, now), theme: theme.en.trim() || theme.ar, arabicTheme: theme.ar, places };
      const change = openCall(plan, { id: newId(), now });
      return settle(reply, change, 'A call was opened', (await viewerOf(request)).curator);
    },
  );

  app.patch(
    '/api/desk/calls/:id',
    {
      schema: {
        tags,
        summary: 'Give a call other terms; its end is left as it is, or an end to come opens one that is over',
        params: idParams,
        body: changingCall,
        response,
      },
    },
    async (request, reply) => {
      const call = await calls.find(request.params.id);
      if (!call) return refuse(reply, 'not-found');
      const wrong = unknownIn(request.body, null);
      if (wrong !== null) return refuse(reply, 'invalid', { field: wrong });
      const now = clock();
      const { version = call.version, ...terms } = request.body;
      const change = changeTerms({ ...call, version }, planOf(terms, now), now);
      return settle(reply, change, 'A call was changed', (await viewerOf(request)).curator);
    },
  );

  app.post(
    '/api/desk/calls/:id/pause',
    {
      schema: {
        tags,
        summary: 'Let nothing new begin in a call, or let it go on',
        params: idParams,
        body: pausingCall,
        response,
      },
    },
    async (request, reply) => {
      const call = await calls.find(request.params.id);
      if (!call) return refuse(reply, 'not-found');
      const { curator } = await viewerOf(request);
      const { paused } = request.body;
      const change = paused ? pauseCall(call, curator ?? '', clock()) : resumeCall(call);
      return settle(reply, change, paused ? 'A call was paused' : 'A call goes on', curator);
    },
  );

  app.post(
    '/api/desk/calls/:id/close',
    { schema: { tags, summary: 'End a call now', params: idParams, response } },
    async (request, reply) => {
      const call = await calls.find(request.params.id);
      if (!call) return refuse(reply, 'not-found');
      return settle(reply, closeCall(call, clock()), 'A call was closed', (await viewerOf(request)).curator);
    },
  );

  app.put(
    '/api/desk/calls/:id/picture',
    {
      schema: {
        tags,
        summary: 'Show a picture with a call',
        params: idParams,
        consumes: ['multipart/form-data'],
        response,
      },
    },
    async (request, reply) => {
      if (request.params.id === STANDING_CALL_ID) return refuse(reply, 'call-standing');
      if (!(await calls.find(request.params.id))) return refuse(reply, 'not-found');
      const form = await readPostForm(request, takeInPicture);
      if (!form.ok) return refuse(reply, form.code, form.detail);
      if (form.picture === null) return refuse(reply, 'picture-not-readable', { field: 'picture' });
      // As it stands now: somebody may have closed it while the picture came.
      const call = await calls.find(request.params.id);
      if (!call) return refuse(reply, 'not-found');
      const change = { outcome: 'changed', call: { ...call, picture: form.picture } } as const;
      return settle(reply, change, 'A call was given a picture', (await viewerOf(request)).curator);
    },
  );

  app.delete(
    '/api/desk/calls/:id/picture',
    { schema: { tags, summary: 'Show a call without its picture', params: idParams, response } },
    async (request, reply) => {
      const call = await calls.find(request.params.id);
      if (!call) return refuse(reply, 'not-found');
      const { picture: _, ...without } = call;
      const change = { outcome: 'changed', call: without } as const;
      return settle(reply, change, 'A call lost its picture', (await viewerOf(request)).curator);
    },
  );

  /** What names something that is not there. */
  function unknownIn({ engine, voters }: CallTerms, places: readonly string[] | null): string | null {
    if (engine !== null && !engines.some(({ id }) => id === engine)) return 'engine';
    const isThere = (platform: string) => platformIds.includes(platform);
    if (voters.who === 'platforms' && !voters.platforms.every(isThere)) return 'voters';
    return places?.every((place) => isThere(place.slice(0, place.indexOf(':')))) === false ? 'places' : null;
  }

  async function settle(reply: FastifyReply, change: CallChange, what: string, by: string | null) {
    switch (change.outcome) {
      case 'changed': {
        const saved = await calls.save(change.call);
        if (saved === null) return refuse(reply, 'call-changed');
        reply.log.info({ by, call: saved.id }, what);
        const [view] = await readDeskCalls(context, [saved]);
        return view ?? refuse(reply, 'not-found');
      }
      case 'problems': {
        const { code, ...detail } = PLAN_PROBLEMS[change.problems[0] ?? 'theme-missing'];
        return refuse(reply, code, detail);
      }
      case 'standing':
        return refuse(reply, 'call-standing');
      case 'closed-already':
        return refuse(reply, 'call-over');
      default:
        return change satisfies never;
    }
  }
}

function planOf({ opensAt, closesAt, budgetUsd, caps, ...rest }: CallTerms, now: Date) {
  const { text, engine, style, voters, winners, choosingHours } = rest;
  const details: CallDetails = {
    ...{ engine, voters, winners, choosingHours },
    ...(text && (text.en || text.ar) && { text: { en: text.en || text.ar, ar: text.ar || text.en } }),
    ...(style !== null && { style }),
  };
  const end = closesAt === null ? null : new Date(closesAt).toISOString();
  const opening = opensAt === null ? now : opensAt && new Date(opensAt);
  return { ...(opening && { opensAt: opening.toISOString() }), closesAt: end, budgetUsd, caps: capsOf(caps), details };
}

type Caps = z.infer<typeof callTerms>['caps'];

/** Without those that were left out. */
function capsOf(caps: Caps): Call['caps'] {
  return Object.fromEntries(Object.entries(caps).filter(([, value]) => value !== undefined));
}
