import { z } from 'zod';
import type { DeskAction as Action } from '../../moderation/curation/review-desk.ts';
import type { ClipOptions, PromptRequest, RequestState } from '../../requests/index.ts';
import { sayDeskOutcome } from '../../wording/say-interface.ts';
import { DESK_VIEWS, type DeskAction, type DeskPage, deskAction, deskAnswer, deskCard, deskPage } from './contract.ts';
import { refuse } from './refuse.ts';
import { idParams, offset, problems } from './route-schemas.ts';
import type { Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const CARDS = 20;

const UNDER_WAY: readonly RequestState[] = ['received', 'approved', 'generating', 'finishing', 'ready'];
const DECIDED: readonly RequestState[] = [
  ...(['approved', 'generating', 'finishing', 'ready', 'delivered'] as const),
  ...(['refused', 'declined', 'blocked', 'removed'] as const),
];

/** The review desk. */
export function addDeskRoutes(app: WebApp, context: WebContext): void {
  const { requests, desk, hub, viewerOf, readDeskCards } = context;
  const tags = ['desk'];

  async function countsAndOldest(): Promise<Pick<DeskPage, 'counts' | 'oldestWaiting'>> {
    const [waiting, attention, underWay, [oldest]] = await Promise.all([
      requests.count({ states: ['in-review'] }),
      requests.count({ needsAttention: true }),
      requests.count({ states: UNDER_WAY }),
      requests.list({ states: ['in-review'], order: 'oldest', limit: 1 }),
    ]);
    return { counts: { waiting, attention, underWay }, oldestWaiting: oldest?.askedAt ?? null };
  }

  async function cardOf(request: PromptRequest, viewer: Viewer) {
    const [card] = await readDeskCards([request], viewer);
    if (!card) throw new Error(`There is no card of ${request.id}`);
    return card;
  }

  app.get(
    '/api/desk',
    {
      schema: {
        tags,
        summary: 'What waits, what needs attention, what was decided',
        querystring: z.object({
          view: z.enum(DESK_VIEWS).default('waiting'),
          order: z.enum(['oldest', 'newest', 'most-wanted']).optional(),
          offset,
        }),
        response: { 200: deskPage, ...problems },
      },
    },
    async (request) => {
      const { view, offset: from } = request.query;
      const order = request.query.order ?? (view === 'decided' ? 'newest' : 'oldest');
      const page = { order, limit: CARDS, offset: from };
      const states = view === 'decided' ? DECIDED : (['in-review'] as const);
      const [listed, viewer, rest] = await Promise.all([
        requests.list(view === 'attention' ? { needsAttention: true, ...page } : { states, ...page }),
        viewerOf(request),
        countsAndOldest(),
      ]);
      const cards = await readDeskCards(listed, viewer);
      return { cards, ...rest };
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
      const done = await desk.act(request.params.id, viewer.curator, toDeskAction(request.body));
      if (!done) return refuse(reply, 'not-found');
      hub.deskChanged();
      const message = sayDeskOutcome(viewer.locale, done);
      return { outcome: done.outcome, message, card: await cardOf(done.request, viewer) };
    },
  );
}

/** An option that is not there must be absent for the domain, not undefined. */
function toDeskAction(action: DeskAction): Action {
  if (action.action !== 'approve' || !action.options) return action as Action;
  const given = Object.entries(action.options).filter(([, value]) => value !== undefined);
  return { ...action, options: Object.fromEntries(given) as ClipOptions };
}
