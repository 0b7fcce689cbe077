import { careView } from './contract-of-care.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** How a curator wants to be shown what is grave: each their own, wherever they sign in. */
export function addCareRoutes(app: WebApp, { care, viewerOf }: WebContext): void {
  const tags = ['desk'];
  const response = { 200: careView, ...problems };

  app.get('/api/desk/care', { schema: { tags, summary: 'How I am shown what is grave', response } }, async (request) =>
    care.load((await viewerOf(request)).curator ?? ''),
  );

  app.put(
    '/api/desk/care',
    { schema: { tags, summary: 'Choose how I am shown what is grave', body: careView, response } },
    async (request) => {
      const { curator } = await viewerOf(request);
      await care.save(curator ?? '', request.body);
      return request.body;
    },
  );
}
