import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWith, freshDatabase, type TestDatabase } from '../services.ts';
import { createVisitor, signIn } from './support/browser-like.ts';
import { runCommand } from './support/command.ts';
import { type MainApp, startMain } from './support/main-app.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-call-invite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const invite = (environment: Record<string, string>, ...words: string[]) =>
  runCommand('opencall', { args: ['invite', ...words], environment });

describe('inviting a curator from the command line', () => {
  it('wants a name that can stand beside a decision', async () => {
    for (const words of [[], ['@noor'], ['x'.repeat(33)]]) {
      const command = invite({ DATA_DIR: join(folder, 'none') }, ...words);
      expect(await command.ended).toBe(2);
      expect(command.stderr()).toMatch(/^Name the curator: npm run opencall -- invite NAME \[--role ROLE\]\. .*\n$/);
    }
  });

  it('works on the embedded records before the start, and says what to do beside a running app', async () => {
    const DATA_DIR = join(folder, 'embedded');
    const before = invite({ DATA_DIR }, 'Noor', 'al-Din', '--role', 'lead');
    expect(await before.ended, before.stderr()).toBe(0);
    const app = await startMain({ DATA_DIR });
    try {
      const { pathname, search } = new URL(before.stdout().trim());
      const session = createVisitor(() => app.url);
      const token = new URLSearchParams(search).get('token');
      const answer = await session.fetch('/api/desk/session', {
        method: 'POST',
        body: JSON.stringify({ token }),
        headers: { 'content-type': 'application/json' },
      });
      expect(pathname).toBe('/sign-in');
      expect(await answer.json()).toMatchObject({ curator: 'Noor al-Din' });
      expect(await (await session.fetch('/api/desk/audit')).json()).toMatchObject({
        entries: [
          { actor: 'Noor al-Din', event: { kind: 'signed-in' } },
          // Whoever started the app comes in by the link that it prints.
          { actor: 'curator', event: { kind: 'signed-in' } },
          { actor: null, event: { kind: 'invited', curator: 'Noor al-Din', role: 'lead' } },
        ],
      });
      const beside = invite({ DATA_DIR }, 'Bo');
      expect(await beside.ended).toBe(2);
      expect(beside.stdout()).toBe('');
      expect(beside.stderr()).toMatch(/running on this data folder.*\(press Invite\).*\n$/);
    } finally {
      app.press();
      expect(await app.ended).toBe(0);
    }
  });
});

describeWith('postgres', 'beside a running app with PostgreSQL', () => {
  let database: TestDatabase;
  let app: MainApp;
  let environment: Record<string, string>;
  beforeAll(async () => {
    database = await freshDatabase();
    environment = { DATABASE_URL: database.url, DATA_DIR: join(folder, 'shared'), TRUSTED_PROXIES: '127.0.0.1' };
    app = await startMain(environment);
  });
  afterAll(async () => {
    app?.press();
    await app?.ended;
    await database?.drop();
  });

  it('the link of the command signs its curator in', async () => {
    const command = invite({ ...environment, PUBLIC_URL: app.url }, 'Noor');
    expect(await command.ended, command.stderr()).toBe(0);
    const link = command.stdout().trim();
    expect(link.startsWith(`${app.url}/sign-in?token=`)).toBe(true);
    expect(await (await signIn(() => app.url, link)).waiting()).toMatchObject({ lines: [] });
  });

  it('visitors behind the proxy in TRUSTED_PROXIES are counted each for themselves', async () => {
    const guess = async (address: string) => {
      const { status } = await createVisitor(() => app.url).fetch('/api/desk/session', {
        method: 'POST',
        body: JSON.stringify({ token: 'a guess' }),
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      });
      return status;
    };
    const ofMany = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(`203.0.113.${index}`)));
    expect(new Set(ofMany)).toEqual(new Set([401]));
    const ofOne = await Promise.all(Array.from({ length: 20 }, () => guess('198.51.100.7')));
    expect(ofOne).toContain(429);
  });
});
