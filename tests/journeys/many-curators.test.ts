import { expect, it } from 'vitest';
import { openDesk } from '../../src/app/curation.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { DeskAnswer, DeskPage } from '../../src/web/api/contract.ts';
import { dataFolder } from '../machine/empty-records.ts';
import { describeWith, freshDatabase } from '../services.ts';
import type { TestBrowser } from '../unit/web/browser.ts';
import { openTestWeb } from '../unit/web/open-test-web.ts';

const CURATORS = 20;
const REQUESTS = 80;
const NO_LIST = { keepOut: async () => {}, letIn: async () => {} };

describeWith('postgres', 'twenty curators on one queue', () => {
  it('decide each request once over HTTP, lose none and wait for nobody for ever', async () => {
    const clock = () => new Date();
    const database = await freshDatabase();
    const store = await openStore({ databaseUrl: database.url, directory: dataFolder('curators') });
    const desk = openDesk(store, { pictures: NO_LIST, clock, undoMs: 1 });
    // Two processes, as a busy desk may have them, on the same records.
    const webs = [await openTestWeb({ desk }, { store }), await openTestWeb({ desk }, { store })];
    const asked = new Set<string>();
    for (let count = 0; count < REQUESTS; count += 1) {
      asked.add((await (webs[0] as (typeof webs)[0]).ask({}, 'prompt-screened')).id);
    }
    const decided = new Map<string, string[]>();
    let conflicts = 0;

    async function decide(browser: TestBrowser, name: string, id: string): Promise<void> {
      const action = id.charCodeAt(0) % 2 === 0 ? { action: 'approve' } : { action: 'decline', reason: 'not-now' };
      const { status, body } = await browser.send<DeskAnswer>('POST', `/api/desk/requests/${id}`, action);
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
      if (body.outcome === 'done') decided.set(id, [...(decided.get(id) ?? []), name]);
      else conflicts += 1;
    }

    /** All look at the same first lines and go for one of them, until nothing is left. */
    async function work(place: number): Promise<void> {
      const name = `Curator ${place}`;
      const browser = await (webs[place % 2] as (typeof webs)[0]).signIn(name);
      for (;;) {
        const { lines } = (await browser.get<DeskPage>('/api/desk?limit=3')).body;
        if (lines.length === 0) return;
        const line = lines[place % lines.length];
        if (line) await decide(browser, name, line.id);
      }
    }

    const effects = setInterval(() => void desk.bringIntoEffect(), 20);
    await Promise.all(Array.from({ length: CURATORS }, (_, place) => work(place)));
    clearInterval(effects);
    while ((await store.decisions.all()).length > 0) await desk.bringIntoEffect();

    expect(new Set(decided.keys())).toEqual(asked);
    expect([...decided.values()].filter((by) => by.length !== 1)).toEqual([]);
    expect(conflicts).toBeGreaterThan(0);
    for (const id of asked) {
      const events = (await store.requests.history(id)).filter(({ event }) =>
        ['approved', 'declined'].includes(event.kind),
      );
      expect(events.map(({ actor }) => actor)).toEqual(decided.get(id));
    }
    expect(await store.requests.count({ states: ['in-review'] })).toBe(0);
    for (const web of webs) await web.close();
    await store.close();
    await database.drop();
  });
});
