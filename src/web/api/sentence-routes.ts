import type { DeclineSentence } from '../../moderation/curation/decline-sentence-store.ts';
import { isAtLeast } from '../../requests/index.ts';
import { declineSentences, rewritingSentence, writingSentence } from './contract-of-sentences.ts';
import { refuse } from './refuse.ts';
import { idParams, nothing, problems } from './route-schemas.ts';
import type { Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** In a longer list nothing is found by a look. */
const MOST = 100;

/** What curators often tell those whom they decline: their own sentences, and those that leads wrote for everybody. */
export function addSentenceRoutes(app: WebApp, { sentences, newId, viewerOf }: WebContext): void {
  const tags = ['desk'];
  const leads = ({ role }: Viewer) => role !== null && isAtLeast(role, 'lead');
  const viewOf = ({ id, reason, owner, words }: DeclineSentence, viewer: Viewer) => ({
    ...{ id, reason, ...words, shared: owner === null },
    removable: owner !== null || leads(viewer),
  });
  async function listFor(viewer: Viewer) {
    const found = await sentences.listFor(viewer.curator ?? '');
    return { sentences: found.map((each) => viewOf(each, viewer)) };
  }

  app.get(
    '/api/desk/sentences',
    {
      schema: {
        tags,
        summary: 'Sentences for those who are declined',
        response: { 200: declineSentences, ...problems },
      },
    },
    async (request) => listFor(await viewerOf(request)),
  );

  app.post(
    '/api/desk/sentences',
    {
      schema: {
        tags,
        summary: 'Write a sentence for those who are declined',
        body: writingSentence,
        response: { 200: declineSentences, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const { reason, en, ar, shared } = request.body;
      if (shared && !leads(viewer)) return refuse(reply, 'role-too-low', { field: 'shared' });
      const curator = viewer.curator ?? '';
      const known = await sentences.listFor(curator);
      if (known.length >= MOST) return refuse(reply, 'sentences-full', { limit: MOST });
      await sentences.add({ id: newId(), owner: shared ? null : curator, reason, words: { en, ar } });
      return listFor(viewer);
    },
  );

  app.put(
    '/api/desk/sentences/:id',
    {
      schema: {
        ...{ tags, summary: 'Write a sentence anew', params: idParams, body: rewritingSentence },
        response: { 200: declineSentences, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const { reason, en, ar } = request.body;
      const by = { curator: viewer.curator ?? '', everybodys: leads(viewer) };
      const changed = await sentences.change(request.params.id, { reason, words: { en, ar } }, by);
      return changed ? listFor(viewer) : refuse(reply, 'not-found');
    },
  );

  app.delete(
    '/api/desk/sentences/:id',
    { schema: { tags, summary: 'Take a sentence out', params: idParams, response: { 204: nothing, ...problems } } },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const removed = await sentences.remove(request.params.id, viewer.curator ?? '', leads(viewer));
      return removed ? reply.status(204).send() : refuse(reply, 'not-found');
    },
  );
}
