import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRequest } from '../../../src/requests/index.ts';
import type { ResultsPage } from '../../../src/web/api/contract.ts';
import type { ClipStandings } from '../../../src/web/api/contract-of-gallery.ts';
import { weekOf } from '../../../src/web/pages/iso-week.ts';
import { anApproval, EVENTS } from '../../samples/requests.ts';
import { deliveredWith, openTestWeb, type TestWeb } from './open-test-web.ts';

const PUBLIC_URL = 'https://clips.example';
const NASTY = '</script><script>alert(1)</script> "onmouseover=alert(2) \u202e<b>';

let web: TestWeb;
let clip: PromptRequest;
let nasty: PromptRequest;
beforeAll(async () => {
  web = await openTestWeb({ publicUrl: `${PUBLIC_URL}/` });
  clip = await make({ prompt: 'قارب ورقي', locale: 'ar', requester: { platform: 'room', id: 'm1', name: 'سلمى' } });
  nasty = await make({ prompt: NASTY, requester: { platform: 'room', id: 'm2', name: '"><img src=x>' } });
});
afterAll(() => web.close());

async function make(asked: Parameters<TestWeb['ask']>[0] & object): Promise<PromptRequest> {
  const approved = { kind: 'approved' as const, approval: anApproval({ prompt: asked.prompt ?? 'a boat' }) };
  const made = { ...(await web.keepClip()), caption: asked.prompt ?? '', altText: asked.prompt ?? '' };
  return web.ask(asked, ...deliveredWith(made).map((event) => (event === 'approved' ? approved : event)));
}

const page = async (path: string, headers: Record<string, string> = {}) => web.browser().get<string>(path, headers);

describe('the gallery', () => {
  it('is whole without a script: clips with their words, credits and votes, and links to their pages', async () => {
    const { body, status, headers } = await page('/results?locale=en');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<html lang="en" dir="ltr"');
    expect(body).toContain(`href="/clips/${clip.id}?locale=en"`);
    expect(body).toMatch(/<p class="prompt" dir="auto" lang="ar" title="قارب ورقي">قارب ورقي<\/p>/);
    expect(body).toContain('سلمى');
    expect(body).toContain('No votes yet');
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('speaks the reader’s language, and names both', async () => {
    const arabic = await page('/results?order=newest', { 'accept-language': 'ar-EG' });
    expect(arabic.body).toContain('<html lang="ar" dir="rtl"');
    expect(arabic.headers.get('vary')).toBe('accept-language');
    expect(arabic.body).toContain(`<link rel="canonical" href="${PUBLIC_URL}/results?order=newest&amp;locale=ar">`);
    for (const tag of ['en', 'ar'])
      expect(arabic.body).toContain(`hreflang="${tag}" href="${PUBLIC_URL}/results?order=newest&amp;locale=${tag}"`);
    expect((await page('/results?locale=en', { 'accept-language': 'ar' })).body).toContain('<html lang="en"');
  });

  it('shows one week or another, and nothing where nothing was made', async () => {
    const week = weekOf(new Date());
    expect((await page(`/results?window=${week}`)).body).toContain(clip.id);
    expect((await page('/results?window=2020-W01')).body).not.toContain(clip.id);
    expect((await page('/results?call=another')).body).not.toContain(clip.id);
  });

  it('passes over what makes no sense in its address', async () => {
    for (const window of ['2026-W77', 'toString']) {
      const { status, body } = await page(`/results?order=worst&window=${window}&offset=-3&call=%00`);
      expect(status).toBe(200);
      expect(body).toContain(clip.id);
    }
  });

  it('is not sent again to who has it, but is once anything changed', async () => {
    const first = await page('/results');
    const etag = first.headers.get('etag') ?? '';
    expect(await page('/results', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    await web.browser().send('PUT', `/api/clips/${clip.id}/vote`);
    expect((await page('/results', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('words of people', () => {
  it.each(['/results', () => `/clips/${nasty.id}`])('are nothing but words in %s', async (path) => {
    const { body } = await page(typeof path === 'string' ? path : path());
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body).not.toMatch(/<script>|<img src=x|\u202e|<b>/);
    expect(body).not.toMatch(/[^\\]"\s*onmouseover=/);
    const data = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(body)?.[1];
    if (data !== undefined) expect(JSON.parse(data).name).toBe(NASTY.replace('\u202e', ''));
  });
});

describe('the page of a clip', () => {
  it('tells what there is to know, and other sites what to show', async () => {
    const { body } = await page(`/clips/${clip.id}?locale=en`);
    expect(body).toMatch(/<h1 id="prompt" dir="auto" lang="ar">قارب ورقي<\/h1>/);
    expect(body).toMatch(/<video class="video"[^>]* width="720" height="1280" controls/);
    expect(body).toContain('<bdi>storyboard</bdi>');
    expect(body).toContain('Anything small and kind');
    expect(body).toContain('<meta property="og:title" content="قارب ورقي">');
    expect(body).toMatch(/<meta property="og:video" content="https:\/\/clips\.example\/files\/[0-9a-f]{64}\?request=/);
  });

  it('says of a translation that its engine was told it, and gives its words', async () => {
    const translation = { from: 'ar', to: 'en', words: 'a paper boat <b>' };
    const { id } = await web.ask({ prompt: 'قارب ورقي' }, ...deliveredWith({ ...(await web.keepClip()), translation }));
    const { body } = await page(`/clips/${id}?locale=en`);
    expect(body).toContain('A translation into English, since it does not know Arabic:');
    expect(body).toContain('<q dir="auto" lang="en">a paper boat &lt;b&gt;</q>');
    expect((await page(`/clips/${clip.id}?locale=en`)).body).not.toContain('What the engine was told');
  });

  it('of none is not found, and of one that is still in the making neither', async () => {
    const waiting = await web.ask({}, 'prompt-screened');
    for (const id of ['nothing', waiting.id]) {
      const { status, body } = await page(`/clips/${id}`);
      expect(status).toBe(404);
      expect(body).not.toContain('paper boat');
    }
  });

  it('is gone with its clip, everywhere', async () => {
    const made = await make({ prompt: 'a kite that must go' });
    const kept = (await page('/results')).headers.get('etag') ?? '';
    await web.happen(made.id, EVENTS['taken-down']);
    const gone = await page(`/clips/${made.id}`);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'no-store']);
    expect(gone.body).toContain('noindex');
    expect(gone.body).not.toContain('kite');
    expect((await web.browser().ask('GET', `/clips/${made.id}/thumbnail.webp`)).status).toBe(410);
    const after = await page('/results', { 'if-none-match': kept });
    expect([after.status, after.body.includes('kite')]).toEqual([200, false]);
  });
});

describe('how clips stand with a visitor', () => {
  it('is told for those on a page at once', async () => {
    const voter = web.browser();
    await voter.send('PUT', `/api/clips/${nasty.id}/vote`);
    const { body } = await voter.get<ClipStandings>(`/api/clips/standing?ids=${nasty.id},${clip.id},nothing`);
    const once = { votes: 1, viewers: 1, heldVotes: 0, voteHeld: false };
    expect(body).toEqual([
      { id: nasty.id, ...once, voted: true, mine: false },
      { id: clip.id, ...once, voted: false, mine: false },
    ]);
    expect((await voter.get('/api/clips/standing?ids=,')).status).toBe(400);
  });
});

describe('feeds', () => {
  it('of RSS have a title in Arabic, a whole address and an enclosure for each clip', async () => {
    const { body, headers } = await page('/results/feed.xml?locale=ar');
    expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(body).toContain('<title>قارب ورقي</title>');
    expect(body).toContain(`<link>${PUBLIC_URL}/clips/${clip.id}?locale=ar</link>`);
    expect(body).toMatch(
      /<enclosure url="https:\/\/clips\.example\/files\/[0-9a-f]{64}\?request=[^"]+" length="100" type="video\/mp4"\/>/,
    );
    expect(body).toMatch(/<pubDate>\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT<\/pubDate>/);
  });

  it('of JSON hold the same', async () => {
    const { body, headers } = await page('/results/feed.json?locale=en');
    expect(headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = JSON.parse(body);
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'en' });
    expect(feed.items.find(({ title }: { title: string }) => title === 'قارب ورقي')).toMatchObject({
      url: `${PUBLIC_URL}/clips/${clip.id}?locale=en`,
      authors: [{ name: 'سلمى' }],
      attachments: [{ mime_type: 'video/mp4', size_in_bytes: 100, duration_in_seconds: 6 }],
    });
  });

  it('of a call hold its clips only, and none that was taken down', async () => {
    expect(JSON.parse((await page('/results/feed.json?call=another')).body).items).toEqual([]);
    expect((await page('/results/feed.xml')).body).not.toContain('kite');
  });
});

describe('the board', () => {
  it('shows clips that were voted for, with what their places rest on', async () => {
    const { body } = await page('/board?locale=en');
    expect(body).toContain(`href="/clips/${clip.id}?locale=en"`);
    expect(body).toContain('<td class="number">21%</td>');
    expect((await page('/board?window=week&locale=en')).body).toContain('<td class="number">21%</td>');
    expect((await page('/board?window=2020-W01&locale=en')).body).toContain(
      'None of these clips has been voted for yet.',
    );
  });
});

describe('what belongs to a clip', () => {
  it('its family is a picture of links, in which what was taken down keeps its place', async () => {
    const remix = await make({ prompt: 'a boat at night', parentId: clip.id });
    const gone = await make({ prompt: 'a boat that must go', parentId: clip.id });
    await web.happen(gone.id, EVENTS['taken-down']);
    const found = (request: PromptRequest) => ({
      ...{ requestId: request.id, parentId: request.parentId, deliveredAt: request.changedAt },
      ...{ style: '', texts: [request.prompt] },
    });
    await web.store.gallery.keep([clip, remix, gone].map(found));
    const { body } = await page(`/clips/${remix.id}?locale=en`);
    expect(body).toMatch(
      new RegExp(`<a class="version" href="/clips/${clip.id}\\?locale=en"><title>قارب ورقي</title>`),
    );
    expect(body).toMatch(
      new RegExp(`<a class="version" href="/clips/${remix.id}\\?locale=en"[^>]* aria-current="page">`),
    );
    expect(body).toContain('Taken down');
    expect(body).not.toMatch(/must go/);
    expect(body).toContain('<dt>Made of</dt>');
    expect((await page(`/clips/${nasty.id}`)).body).not.toContain('class="tree"');
  });

  it('may be set into a page elsewhere, while its own page and all others may not', async () => {
    const embed = await page(`/clips/${clip.id}/embed?locale=ar`);
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(embed.headers.get('content-security-policy')).toContain("form-action 'none'");
    expect(embed.headers.get('x-frame-options')).toBeNull();
    expect(embed.body).not.toContain('<script');
    for (const path of ['/results', '/board', `/clips/${clip.id}`, '/']) {
      const { headers } = await page(path);
      expect([headers.get('x-frame-options'), headers.get('content-security-policy')]).toEqual([
        'DENY',
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    }
    const { body } = await page(`/clips/${clip.id}?locale=en`);
    expect(body).toContain(`&lt;iframe src=&quot;${PUBLIC_URL}/clips/${clip.id}/embed?locale=en&quot;`);
  });

  it('has a picture for other sites, and a player where they may show one', async () => {
    const { body } = await page(`/clips/${clip.id}?locale=en`);
    expect(body).toContain(`<meta property="og:image" content="${PUBLIC_URL}/clips/${clip.id}/share.jpg">`);
    expect(body).toContain(`<meta name="twitter:player" content="${PUBLIC_URL}/clips/${clip.id}/embed?locale=en">`);
    const drawn = await web.browser().ask('GET', `/clips/${clip.id}/share.jpg`);
    expect([drawn.headers.get('content-type'), await drawn.text()]).toEqual(['image/jpeg', 'a picture of قارب ورقي']);
  });

  it('goes with it when it is taken down', async () => {
    const made = await make({ prompt: 'a lantern that must go' });
    await web.happen(made.id, EVENTS['taken-down']);
    for (const part of ['embed', 'share.jpg', 'thumbnail.webp']) {
      expect((await web.browser().ask('GET', `/clips/${made.id}/${part}`)).status).toBe(410);
    }
  });
});

describe('search machines', () => {
  it('are told what to read, in both languages, and what not', async () => {
    const robots = await page('/robots.txt');
    expect(robots.body).toContain('Disallow: /desk\n');
    expect(robots.body).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`);
    const map = await page('/sitemap.xml');
    expect(map.body).toContain(`<loc>${PUBLIC_URL}/clips/${clip.id}</loc>`);
    expect(map.body).toContain(`hreflang="ar" href="${PUBLIC_URL}/clips/${clip.id}?locale=ar"`);
    expect(map.body).not.toContain('desk');
  });
});

describe('a search', () => {
  it('finds clips by words in any script, on the page and over the interface', async () => {
    const cat = await make({ prompt: '屋根の上の猫', options: { style: 'wood cut' } });
    await web.store.gallery.keep([
      { requestId: cat.id, parentId: null, deliveredAt: cat.changedAt, style: 'wood cut', texts: ['屋根の上の猫'] },
    ]);
    expect((await page(`/results?q=${encodeURIComponent('猫')}`)).body).toContain(cat.id);
    const { body } = await web.browser().get<ResultsPage>(`/api/results?q=${encodeURIComponent('القارب')}`);
    expect(body.results.map(({ id }) => id)).toEqual([clip.id]);
    expect((await page('/results?style=Wood-Cut')).body).toContain(cat.id);
    const nothing = await page('/results?q=%25&locale=en');
    expect([nothing.body.includes('No clip has these words.'), nothing.body.includes('noindex')]).toEqual([true, true]);
  });
});
