import { z } from 'zod';
import { toInstant } from '../../requests/index.ts';
import { visitorView } from './contract.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import type { Viewer } from './viewer.ts';
import { cleanName, NAME_LIMIT } from './visitor-name.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const response = { 200: visitorView, ...problems };

/** Who the visitor is, and the curator's way in and out. */
export function addSessionRoutes(app: WebApp, { visitors, sessions, audit, clock, viewerOf }: WebContext): void {
  const tags = ['people'];

  app.get('/api/me', { schema: { tags, summary: 'Who I am', response } }, async (request) =>
    whoIs(await viewerOf(request)),
  );

  app.patch(
    '/api/me',
    { schema: { tags, summary: 'Choose a name', body: z.object({ name: z.string().max(500) }), response } },
    async (request, reply) => {
      const name = cleanName(request.body.name);
      if (!name.ok) return refuse(reply, name.why, { field: 'name', limit: NAME_LIMIT });
      visitors.rename(request, reply, name.name);
      return whoIs(await viewerOf(request));
    },
  );

  app.post(
    '/api/desk/session',
    {
      schema: {
        tags,
        summary: 'Sign in at the desk with a one-time token',
        body: z.object({ token: z.string().min(1).max(200) }),
        response,
      },
    },
    async (request, reply) => {
      const curator = await sessions.signIn(request, reply, request.body.token);
      if (curator === null) return refuse(reply, 'sign-in-link-spent', { field: 'token' });
      visitors.settle(request, reply);
      await audit.note({ at: toInstant(clock()), actor: curator.name, event: { kind: 'signed-in', by: 'link' } });
      return whoIs(await viewerOf(request));
    },
  );

  app.delete('/api/desk/session', { schema: { tags, summary: 'Sign out', response } }, async (request, reply) => {
    const curator = await sessions.of(request);
    if (curator) await audit.note({ at: toInstant(clock()), actor: curator.name, event: { kind: 'signed-out' } });
    await sessions.signOut(request, reply);
    return whoIs(await viewerOf(request));
  });
}

function whoIs({ member, curator, role }: Viewer) {
  return { name: member.name, curator, role };
}
