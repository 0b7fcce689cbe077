import { z } from 'zod';
import { comesByAccount } from '../../moderation/curation/curator-name.ts';
import type { Curator } from '../../moderation/curation/curator-store.ts';
import { isAtLeast, toInstant } from '../../requests/index.ts';
import { changingRole, deskPeople, deskSessions } from './contract-of-desk.ts';
import { refuse } from './refuse.ts';
import { idParams, nothing, problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const nameParams = z.object({ name: z.string().min(1).max(300) });

/** Who is at the desk, as what, and where they are signed in. */
export function addPeopleRoutes(app: WebApp, { curators, audit, clock, sessions, viewerOf }: WebContext): void {
  const tags = ['people'];
  const now = () => toInstant(clock());

  /** Without an operator nobody could ever give a role again, save by the machine itself. */
  async function isLastOperator({ name, role }: Curator): Promise<boolean> {
    if (role !== 'operator' || comesByAccount(name)) return false;
    // Whose role is given elsewhere may lose it there at any time.
    const others = (await curators.list()).filter((other) => other.name !== name && !comesByAccount(other.name));
    return !others.some((other) => other.role === 'operator');
  }

  app.get(
    '/api/desk/people',
    { schema: { tags, summary: 'Who may come in at the desk', response: { 200: deskPeople, ...problems } } },
    async () => {
      const [people, open] = await Promise.all([curators.list(), curators.sessions(now())]);
      const sessionsOf = (name: string) => open.filter(({ curator }) => curator === name).length;
      return { people: people.map((each) => ({ ...each, sessions: sessionsOf(each.name) })) };
    },
  );

  app.patch(
    '/api/desk/people/:name',
    {
      schema: {
        ...{ tags, summary: 'Give a role', params: nameParams, body: changingRole },
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const known = await curators.find(request.params.name);
      if (!known) return refuse(reply, 'not-found');
      const { role } = request.body;
      if (comesByAccount(known.name)) return refuse(reply, 'role-given-elsewhere', { field: 'role' });
      if (role !== 'operator' && (await isLastOperator(known)))
        return refuse(reply, 'last-operator', { field: 'role' });
      const by = (await sessions.of(request))?.name;
      const given = { kind: 'role-given', curator: known.name, before: known.role, role } as const;
      // First: nobody has a role that the audit knows nothing of, whenever the process dies.
      await audit.note({ at: now(), actor: by ?? null, event: given });
      await curators.setRole(known.name, role);
      request.log.info({ by, curator: known.name, before: known.role, role }, 'A curator was given another role');
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/desk/people/:name',
    {
      schema: {
        ...{ tags, summary: 'Let somebody in no more; their sessions end', params: nameParams },
        response: { 204: nothing, ...problems },
      },
    },
    async (request, reply) => {
      const known = await curators.find(request.params.name);
      if (!known) return refuse(reply, 'not-found');
      if (await isLastOperator(known)) return refuse(reply, 'last-operator');
      const by = (await sessions.of(request))?.name ?? null;
      const gone = { kind: 'role-given', curator: known.name, before: known.role, role: null } as const;
      await audit.note({ at: now(), actor: by, event: gone });
      await curators.remove(known.name);
      request.log.info({ by, curator: known.name }, 'A curator was removed');
      return reply.code(204).send();
    },
  );

  app.get(
    '/api/desk/sessions',
    {
      schema: {
        tags,
        summary: 'Where I am signed in; for leads, where everybody is',
        response: { 200: deskSessions, ...problems },
      },
    },
    async (request) => {
      const { curator, role } = await viewerOf(request);
      const all = await curators.sessions(now());
      const seesAll = role !== null && isAtLeast(role, 'lead');
      return { sessions: seesAll ? all : all.filter((session) => session.curator === curator) };
    },
  );

  app.delete(
    '/api/desk/sessions/:id',
    { schema: { tags, summary: 'End a session', params: idParams, response: { 204: nothing, ...problems } } },
    async (request, reply) => {
      const { curator, role } = await viewerOf(request);
      const endsAll = role !== null && isAtLeast(role, 'lead');
      // Somebody else's is as if it were not there: its id says nothing about whether it is.
      const whose = await curators.endSessionById(request.params.id, endsAll ? null : curator);
      if (whose === null) return refuse(reply, 'not-found');
      await audit.note({ at: now(), actor: curator, event: { kind: 'session-ended', curator: whose } });
      request.log.info({ by: curator, session: request.params.id }, 'A session was ended');
      return reply.code(204).send();
    },
  );
}
