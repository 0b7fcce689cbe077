import type { DeskDecision } from '../../moderation/curation/review-desk.ts';
import { sayDeskOutcome, sayInterface } from '../../wording/say-interface.ts';
import { decidedTogether, decidingTogether, undoing, undone, waitingDecisions } from './contract-of-decisions.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const PROMPT_SHOWN = 120;

/** Deciding many at once, and taking back what was decided a moment ago. */
export function addDecisionRoutes(app: WebApp, { requests, desk, decisions, hub, viewerOf }: WebContext): void {
  const tags = ['desk'];

  app.post(
    '/api/desk/requests',
    {
      schema: {
        tags,
        summary: 'Decide many in the same way; each for itself, what somebody else has is left',
        body: decidingTogether,
        response: { 200: decidedTogether, ...problems },
      },
    },
    async (request) => {
      const viewer = await viewerOf(request);
      const { ids, act } = request.body;
      const done: string[] = [];
      const left: { id: string; message: string }[] = [];
      // One after the other: two hundred at once would keep the records from everybody else.
      for (const id of new Set(ids)) {
        const outcome = await desk.actLater(id, viewer.curator ?? '', act as DeskDecision);
        const message = outcome ? sayDeskOutcome(viewer.locale, outcome) : sayInterface(viewer.locale, 'not-found');
        if (message === null) done.push(id);
        else left.push({ id, message });
      }
      hub.deskChanged();
      return { done, left };
    },
  );

  app.get(
    '/api/desk/decisions',
    {
      schema: {
        tags,
        summary: 'My decisions that can still be taken back',
        response: { 200: waitingDecisions, ...problems },
      },
    },
    async (request) => {
      const { curator } = await viewerOf(request);
      const mine = (await decisions.all()).filter((each) => each.curator === curator);
      const found = new Map(
        (await requests.findMany(mine.map(({ requestId }) => requestId))).map((each) => [each.id, each]),
      );
      return {
        decisions: mine.flatMap(({ requestId, decision, effectAt }) => {
          const decided = found.get(requestId);
          if (!decided) return [];
          const prompt = decided.prompt.slice(0, PROMPT_SHOWN).toWellFormed();
          return [{ requestId, prompt, locale: decided.locale, action: decision.action, effectAt }];
        }),
      };
    },
  );

  app.post(
    '/api/desk/undo',
    {
      schema: {
        tags,
        summary: 'Take my decisions back before they take effect',
        body: undoing,
        response: { 200: undone, ...problems },
      },
    },
    async (request) => {
      const { curator } = await viewerOf(request);
      return { ids: await desk.undo(request.body.ids, curator ?? '') };
    },
  );
}
