import { CURATOR_NAME_LIMIT, curatorName, isSameName } from '../../moderation/curation/curator-name.ts';
import { hindranceToInvite, inviteCurator } from '../../moderation/curation/invite-curator.ts';
import { toInstant } from '../../requests/index.ts';
import { invitationView, inviting } from './contract-of-desk.ts';
import { refuse } from './refuse.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** Leads bring in curators, so that nobody has to stop the app for it. */
export function addInvitationRoute(app: WebApp, { curators, audit, clock, sessions }: WebContext): void {
  app.post(
    '/api/desk/invitations',
    {
      schema: {
        tags: ['people'],
        summary: 'Make a one-time sign-in link for a curator',
        body: inviting,
        response: { 200: invitationView, ...problems },
      },
    },
    async (request, reply) => {
      const by = await sessions.of(request);
      if (by === null) return refuse(reply, 'sign-in-needed');
      const name = curatorName(request.body.name);
      if (name === null) return refuse(reply, 'curator-name', { field: 'name', limit: CURATOR_NAME_LIMIT });
      const { role } = request.body;
      const known = (await curators.list()).find((other) => isSameName(other.name, name));
      const hindrance = hindranceToInvite({ role, by }, known ?? null);
      if (hindrance) return refuse(reply, hindrance, { field: hindrance === 'role-too-low' ? 'role' : 'name' });
      const whom = known?.name ?? name;
      // First: there is no link that the audit knows nothing of, whenever the process dies.
      const event = { kind: 'invited', curator: whom, role: known?.role ?? role } as const;
      await audit.note({ at: toInstant(clock()), actor: by.name, event });
      const { curator, path, until } = await inviteCurator({ curators, clock }, { name: whom, role, by });
      request.log.info({ by: by.name, invited: name, role: curator.role }, 'A curator was invited');
      return { name: curator.name, role: curator.role, path, until };
    },
  );
}
