import { z } from 'zod';
import { CURATOR_NAME_LIMIT, curatorName } from '../../moderation/curation/curator-name.ts';
import { inviteCurator } from '../../moderation/curation/invite-curator.ts';
import { invitationView } from './contract-of-person.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Curators bring in curators, so that nobody has to stop the app for it. */
export function addInvitationRoute(app: WebApp, { curators, clock, sessions }: WebContext): void {
  app.post(
    '/api/desk/invitations',
    {
      schema: {
        tags: ['people'],
        summary: 'Make a one-time sign-in link for a curator',
        body: z.object({ name: z.string().max(500) }),
        response: { 200: invitationView, ...problems },
      },
    },
    async (request, reply) => {
      const name = curatorName(request.body.name);
      if (name === null) return refuse(reply, 'curator-name', { field: 'name', limit: CURATOR_NAME_LIMIT });
      const invitation = await inviteCurator({ curators, clock }, name);
      request.log.info({ by: await sessions.of(request), invited: name }, 'A curator was invited');
      return { name, ...invitation };
    },
  );
}
