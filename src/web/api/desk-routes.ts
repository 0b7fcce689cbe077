import { z } from 'zod';
import type { DeskAction as Action } from '../../moderation/curation/review-desk.ts';
import {
  type ClipOptions,
  MOST_COUNTED,
  type PromptRequest,
  type RequestPage,
  type RequestState,
  toInstant,
} from '../../requests/index.ts';
import { sayTrouble } from '../../wording/index.ts';
import { sayDeskOutcome } from '../../wording/say-interface.ts';
import { readScriptText } from '../../wording/script-text.ts';
import { DESK_VIEWS, type DeskPage, deskAnswer, deskCard, deskCounts, deskPage } from './contract.ts';
import { type DeskAction, deskAction } from './contract-of-actions.ts';
import { deskClaims } from './contract-of-decisions.ts';
import { deskLine } from './desk-line.ts';
import { readMark, writeMark } from './desk-mark.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import type { Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const LINES = 50;

const UNDER_WAY: readonly RequestState[] = ['received', 'approved', 'generating', 'finishing', 'ready'];
const DECIDED: readonly RequestState[] = [
  ...(['approved', 'generating', 'finishing', 'ready', 'delivered'] as const),
  ...(['refused', 'declined', 'blocked', 'removed', 'merged'] as const),
];
const SHOWN_IN = { waiting: ['in-review'], attention: 'attention', held: ['held'], decided: DECIDED } as const;

/** The review desk. */
export function addDeskRoutes(app: WebApp, context: WebContext): void {
  const { requests, asksBack, desk, hub, claims, troubles, decisions, clock, longestSeconds, viewerOf, readDeskCards } =
    context;
  const tags = ['desk'];

  async function cardOf(request: PromptRequest, viewer: Viewer) {
    const [card] = await readDeskCards([request], viewer);
    if (!card) throw new Error(`There is no card of ${request.id}`);
    return card;
  }

  async function linesOf({ requests: listed, wanted }: RequestPage, viewer: Viewer): Promise<DeskPage['lines']> {
    const held = await claims.inForce(
      listed.map(({ id }) => id),
      toInstant(clock()),
    );
    const holds = new Map(held.map((claim) => [claim.requestId, claim]));
    return listed.map((request, place) =>
      deskLine(request, { votes: wanted[place] ?? 0, claim: holds.get(request.id) ?? null }, viewer),
    );
  }

  app.get(
    '/api/desk',
    {
      schema: {
        tags,
        summary: 'What waits, what needs attention, what was decided; page by page',
        querystring: z.object({
          view: z.enum(DESK_VIEWS).default('waiting'),
          /** What is wanted most is known of what waits. */
          order: z.enum(['oldest', 'newest', 'most-wanted']).optional(),
          after: z.string().max(400).optional(),
          limit: z.coerce.number().int().min(1).max(LINES).default(LINES),
          /** Who opens the first card needs not ask for it when the page has come. */
          first: z.literal('card').optional(),
        }),
        response: { 200: deskPage, ...problems },
      },
    },
    async (request, reply) => {
      const { view, limit, after } = request.query;
      const order = request.query.order ?? (view === 'decided' ? 'newest' : 'oldest');
      if (order === 'most-wanted' && view !== 'waiting') return refuse(reply, 'invalid', { field: 'order' });
      const mark = after === undefined ? null : readMark(after);
      if (after !== undefined && mark === null) return refuse(reply, 'invalid', { field: 'after' });
      const [page, viewer] = await Promise.all([
        requests.page({ of: SHOWN_IN[view], order, limit, after: mark }),
        viewerOf(request),
      ]);
      const lines = await linesOf(page, viewer);
      const free = lines.findIndex(({ heldBy }) => heldBy === null || heldBy.mine);
      const first = request.query.first === undefined ? undefined : page.requests[free];
      return { lines, next: page.next && writeMark(page.next), first: first ? await cardOf(first, viewer) : null };
    },
  );

  app.get(
    '/api/desk/counts',
    { schema: { tags, summary: 'How much waits', response: { 200: deskCounts, ...problems } } },
    async (request) => {
      const [waiting, attention, held, underWay, { requests: oldest }, decided, standing, { locale }] =
        await Promise.all([
          requests.count({ states: ['in-review'] }, MOST_COUNTED),
          requests.count({ needsAttention: true }),
          requests.count({ states: ['held'] }),
          requests.count({ states: UNDER_WAY }),
          requests.page({ of: ['in-review'], order: 'oldest', limit: 1, after: null }),
          decisions.all(),
          troubles.list(),
          viewerOf(request),
        ]);
      const ofReview = decided.filter(({ decision }) => ['approve', 'decline'].includes(decision.action)).length;
      return {
        waiting: waiting === MOST_COUNTED ? waiting : Math.max(0, waiting - ofReview),
        attention: Math.max(0, attention - (decided.length - ofReview)),
        held,
        underWay,
        oldestWaiting: oldest[0]?.askedAt ?? null,
        troubles: standing.map((trouble) => ({ since: trouble.since, text: sayTrouble(locale, trouble) })),
      };
    },
  );

  app.get(
    '/api/desk/claims',
    { schema: { tags, summary: 'Who has what in hand', response: { 200: deskClaims, ...problems } } },
    async (request) => {
      const { curator } = await viewerOf(request);
      const inForce = await claims.allInForce(toInstant(clock()));
      return { claims: inForce.map((claim) => ({ ...claim, mine: claim.curator === curator })) };
    },
  );

  app.get(
    '/api/desk/requests/:id',
    { schema: { tags, summary: 'One card', params: idParams, response: { 200: deskCard, ...problems } } },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      return found ? cardOf(found, await viewerOf(request)) : refuse(reply, 'not-found');
    },
  );

  app.post(
    '/api/desk/requests/:id',
    {
      schema: {
        tags,
        summary: 'Claim, decide, settle',
        params: idParams,
        body: deskAction,
        response: { 200: deskAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      if (viewer.curator === null) return refuse(reply, 'sign-in-needed');
      const action = toDeskAction(request.body, longestSeconds);
      if (action === 'unreadable-script') return refuse(reply, action, { field: 'script', limit: longestSeconds });
      if (action.action === 'ask') {
        const asked = await requests.find(request.params.id);
        if (asked && !asksBack(asked.post.platform)) return refuse(reply, 'cannot-ask-there');
      }
      const done = await desk.actLater(request.params.id, viewer.curator, action);
      if (!done) return refuse(reply, 'not-found');
      hub.deskChanged();
      const message = sayDeskOutcome(viewer.locale, done);
      return {
        outcome: done.outcome,
        message,
        effectAt: done.effectAt ?? null,
        card: await cardOf(done.request, viewer),
      };
    },
  );
}

/** An option that is not there must be absent for the domain, not undefined. */
function toDeskAction(action: DeskAction, longestSeconds: number): Action | 'unreadable-script' {
  if (action.action !== 'approve') return action;
  const { options, script: text, ...rest } = action;
  const given = options && Object.entries(options).filter(([, value]) => value !== undefined);
  const approve = { ...rest, ...(given && { options: Object.fromEntries(given) as ClipOptions }) };
  if (text === undefined || text === '') return approve;
  const reading = readScriptText(text, longestSeconds);
  return reading.outcome === 'read' ? { ...approve, script: reading.script } : 'unreadable-script';
}
