import { SEEDED_CASES } from '../../moderation/account/seeded-cases.ts';
import { policyText } from '../../wording/index.ts';
import { seededAnswers, seededTold } from './contract-of-seeded.ts';
import { nothing, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Cases with a known answer that the curator decided: told afterwards, and to nobody else. */
export function addSeededCaseRoutes(app: WebApp, { seededCases, viewerOf }: WebContext): void {
  const tags = ['desk'];

  app.get(
    '/api/desk/seeded',
    {
      schema: {
        tags,
        summary: 'What I decided that was a check, as long as I was not told',
        response: { 200: seededAnswers, ...problems },
      },
    },
    async (request) => {
      const { curator, locale } = await viewerOf(request);
      const untold = curator === null ? [] : await seededCases.untold(curator);
      const cases = untold.flatMap(({ requestId, caseId, correct }) => {
        const seeded = SEEDED_CASES.find(({ id }) => id === caseId);
        if (!seeded) return [];
        const policy = seeded.policy && policyText(locale, seeded.policy).title;
        return [{ requestId, correct, prompt: seeded.prompt, locale: seeded.locale, right: seeded.right, policy }];
      });
      return { cases };
    },
  );

  app.post(
    '/api/desk/seeded',
    { schema: { tags, summary: 'I was told of these', body: seededTold, response: { 204: nothing, ...problems } } },
    async (request, reply) => {
      const { curator } = await viewerOf(request);
      if (curator !== null) await seededCases.told(curator, request.body.ids);
      return reply.code(204).send();
    },
  );
}
