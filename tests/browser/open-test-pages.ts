import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startApp } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { createLogger } from '../../src/app/create-logger.ts';
import { hashToken } from '../../src/moderation/curation/hash-token.ts';
import { inviteCurator } from '../../src/moderation/curation/invite-curator.ts';
import { chromiumArguments, dataFolder, testChromium, waitUntil } from '../services.ts';
import { endCall } from './end-call.ts';
import { holdBack } from './hold-back.ts';

export interface Visit {
  language?: 'en' | 'ar';
  colours?: 'light' | 'dark';
  phone?: boolean;
  lessMotion?: boolean;
  /** False: a browser that runs none. */
  scripts?: boolean;
}

/** The whole app with its pages as they are built, and a Chromium to look at them. */
export interface TestPages {
  url: string;
  /** What went wrong in any page: errors on its console and things its security policy stopped. */
  faults: string[];
  /** A new person's browser, on the page at the path. */
  visit(path: string, visit?: Visit): Promise<Page>;
  /** Another page of the same person. */
  again(page: Page, path: string): Promise<Page>;
  /** The same for a curator, signed in. */
  curate(name: string, visit?: Visit): Promise<Page>;
  signInPath(name: string): Promise<string>;
  /** Asks for something without a page. Returns the request's id. */
  ask(text: string, visitor?: Page, locale?: 'en' | 'ar'): Promise<string>;
  /** Asks, approves and waits for the clip, without a page. Returns the request's id. */
  make(text: string): Promise<string>;
  /** The same for a clip made of another. */
  remix(id: string, text: string): Promise<string>;
  /** Opens a call, has something made in it, and ends it: it has winners, and a reel. */
  endCall(id: string, make: () => Promise<unknown>): Promise<void>;
  /** Has a clip that was held back. Returns the request's id. */
  holdBack(prompt: string): Promise<string>;
  /** Has what was decided take effect: the app's clock goes on by as long as it can be taken back. */
  letUndoPass(): Promise<void>;
  close(): Promise<void>;
}

const SEE_MS = 30_000;
const MAKE_MS = 90_000;
const SESSION_MS = 3_600_000;

export async function openTestPages(settings: Record<string, string> = {}): Promise<TestPages> {
  if (!existsSync(new URL('../../dist/web/index.html', import.meta.url))) {
    throw new Error('The pages are not built: `npm test` does it, or `npx vite build`');
  }
  const dataDirectory = dataFolder('pages');
  const environment = {
    DATA_DIR: dataDirectory,
    PORT: '0',
    LOG_LEVEL: 'warn',
    WEB_VERSIONS: 'off',
    OPEN_PER_MEMBER: '50',
    UNDO_SECONDS: '0',
    FOLD_DUPLICATES: 'off',
    ...settings,
  };
  const read = readConfig({ environment, envFile: '' });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  let aheadMs = 0;
  const app = await startApp({
    config: read.config,
    logger: createLogger(read.config.LOG_LEVEL),
    clock: () => new Date(Date.now() + aheadMs),
  });
  const url = app.url ?? '';
  const browser = await chromium.launch({ executablePath: testChromium(), args: [...chromiumArguments] });
  const faults: string[] = [];

  async function openContext({
    language = 'en',
    colours = 'light',
    phone,
    lessMotion,
    scripts = true,
  }: Visit): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: url,
      locale: language === 'ar' ? 'ar' : 'en-GB',
      colorScheme: colours,
      javaScriptEnabled: scripts,
      reducedMotion: lessMotion ? 'reduce' : 'no-preference',
      viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(SEE_MS);
    return context;
  }

  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
    });
    await page.goto(path);
    return page;
  }

  async function signInPath(name: string): Promise<string> {
    const curators = app.parts.store.curators;
    return (await inviteCurator({ curators, clock: () => new Date() }, { name, role: 'operator', by: null })).path;
  }

  async function ask(text: string, visitor?: Page, locale = 'en', remixOf?: string): Promise<string> {
    const { request } = visitor?.context() ?? (await openContext({}));
    const answer = await request.post('/api/room/posts', {
      ...writing(url),
      multipart: { text: `@opencall ${text}`, locale, ...(remixOf === undefined ? {} : { remixOf }) },
    });
    const { post } = await answer.json();
    // Collecting and screening are the bot's work and come a moment later.
    let id = '';
    await waitUntil(async () => {
      const thread = await (await request.get(`/api/room/threads/${post.id}`)).json();
      id = thread.request?.state === 'in-review' ? thread.request.id : '';
      return id !== '';
    }, 'The request');
    return id;
  }

  async function make(id: string): Promise<string> {
    await app.desk.act(id, 'Noor', { action: 'approve' });
    await waitUntil(async () => (await app.parts.store.requests.find(id))?.state === 'delivered', 'The clip', MAKE_MS);
    return id;
  }

  return {
    url,
    faults,
    signInPath,
    visit: async (path, visit = {}) => open(await openContext(visit), path),
    again: (page, path) => open(page.context(), path),
    async curate(name, visit = {}) {
      const context = await openContext(visit);
      // Not by the door, which lets in only so many in a minute.
      await signInPath(name);
      const [session, until] = [randomUUID(), new Date(Date.now() + SESSION_MS).toISOString()];
      await app.parts.store.curators.addSession(hashToken(session), name, until);
      await context.addCookies([{ name: 'open-call-desk', value: session, url, httpOnly: true, sameSite: 'Strict' }]);
      return open(context, '/desk');
    },
    ask,
    make: async (text) => make(await ask(text)),
    async remix(id, text) {
      const { gallery } = app.parts.store;
      const remix = await make(await ask(text, undefined, 'en', id));
      await waitUntil(async () => (await gallery.family(id, 2)).length === 2, 'The gallery to know');
      return remix;
    },
    endCall: (id, make) => endCall(app.parts.store, id, make),
    holdBack: (prompt) => holdBack(app.parts, prompt),
    async letUndoPass() {
      aheadMs += read.config.UNDO_SECONDS * 1000;
      await app.desk.bringIntoEffect();
    },
    async close() {
      await browser.close();
      await app.stop(5000);
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function writing(url: string) {
  return { headers: { 'x-open-call': '1', origin: url } };
}
