import { translatePrompt, translationFor } from '../../moderation/curation/translate-prompt.ts';
import type { TranslationStanding } from '../../moderation/curation/translator.ts';
import { type TranslationView, translationView } from './contract-of-translation.ts';
import { refuse } from './refuse.ts';
import { idParams, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** A prompt in the curator's language, beside it and never in its place. Made when a curator asks for it, and kept. */
export function addTranslationRoutes(app: WebApp, context: WebContext): void {
  const { requests, viewerOf, logger } = context;
  const tags = ['desk'];
  const url = '/api/desk/requests/:id/translation';
  const viewOf = (found: TranslationStanding): TranslationView => ({
    standing: found.standing,
    text: found.standing === 'translated' ? found.text : null,
  });

  app.get(
    url,
    {
      schema: {
        ...{ tags, summary: 'The translation that is kept of a prompt, or whether there can be one', params: idParams },
        response: { 200: translationView, ...problems },
      },
    },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      if (!found) return refuse(reply, 'not-found');
      return viewOf(await translationFor(context, found, (await viewerOf(request)).locale));
    },
  );

  app.post(
    url,
    {
      schema: {
        ...{ tags, summary: 'Have a prompt translated into my language', params: idParams },
        response: { 200: translationView, ...problems },
      },
    },
    async (request, reply) => {
      const found = await requests.find(request.params.id);
      if (!found) return refuse(reply, 'not-found');
      const made = await translatePrompt(context, found, (await viewerOf(request)).locale);
      if (made.standing !== 'failed') return viewOf(made);
      logger.warn({ request: found.id }, 'The translator gave no translation');
      return refuse(reply, 'no-translation');
    },
  );
}
