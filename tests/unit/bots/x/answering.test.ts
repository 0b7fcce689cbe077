import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishOnce } from '../../../../src/bots/publish-once.ts';
import { AdapterError, type RequestEvent } from '../../../../src/requests/index.ts';
import { EVENTS } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Post } from '../../../simulators/x/world.ts';
import { openTestRecords, type TestRecords } from '../discord/open-test-discord.ts';
import { openTestX, type TestX } from './open-test-x.ts';

const MEBIBYTE = 1024 * 1024;

let records: TestRecords;
let x: TestX;

beforeAll(async () => {
  records = await openTestRecords();
  // PGlite makes a database in 4 s, on a busy machine in a minute.
}, 120_000);
afterAll(() => records.close());
beforeEach(async () => {
  x = await openTestX(records);
});
afterEach(async () => {
  await x.close();
  expect(x.simulator.violations).toEqual([]);
});

const codeOf = (error: unknown) => (error instanceof AdapterError ? error.code : String(error));

describe('a clip', () => {
  it('is the one reply, labelled as made by AI, with its words quoted and nobody named or linked', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat for @everyone at example.com #free $FREE');
    const delivered = await x.deliver(request);
    const [reply, ...more] = x.simulator.repliesTo(post);
    expect(more).toEqual([]);
    expect(reply).toMatchObject({
      madeWithAi: true,
      text: expect.stringContaining('a boat for everyone at example. com'),
    });
    expect(delivered).toMatchObject({ state: 'delivered', reply: { platform: 'x', id: reply?.id } });
    const [media] = x.simulator.mediaOf(reply as never);
    expect(media?.altText).not.toBe('');
    expect(media && x.simulator.bytesOf(media).toString()).toBe(`a video of ${request.id}`);
    expect(x.simulator.ledger.bought.get('reply')).toBe(1);
  });

  it('goes up in segments, each tried again where it did not get through', async () => {
    await x.start();
    const { post, request } = await x.asked('a long boat');
    const master = await x.aVideo('0123456789abcdef'.repeat((3.5 * MEBIBYTE) / 16));
    const lost = x.simulator.faults.arm(
      { route: '/append', body: (body) => segmentOf(body) === 1 },
      { kind: 'lost-answer' },
    );
    const broken = x.simulator.faults.arm(
      { route: '/append', body: (body) => segmentOf(body) === 2 },
      { kind: 'status', status: 503 },
    );
    await x.deliver({
      ...request,
      clip: { ...(request as never as { clip: object }).clip, master, renditions: {} },
    } as never);
    expect([lost.struck(), broken.struck()]).toEqual([1, 1]);
    const [reply] = x.simulator.repliesTo(post);
    const [media] = x.simulator.mediaOf(reply as never);
    expect(media?.segments.size).toBe(4);
    expect(media?.totalBytes).toBe(3.5 * MEBIBYTE);
  });

  it('has another text each time, and the same one when it is sent again', async () => {
    await x.start();
    const texts = [];
    for (let time = 0; time < 4; time += 1) {
      const { post, request } = await x.asked('a boat', x.simulator.addUser(`twin${time}`));
      await x.deliver(request);
      texts.push(x.simulator.repliesTo(post)[0]?.text);
    }
    expect(new Set(texts).size).toBe(4);
  });
});

describe('a narrated clip', () => {
  const narration = {
    language: 'ara',
    cues: [
      { start: 0, end: 1.25, text: 'قارب ورقي' },
      { start: 1.25, end: 62.5, text: 'a <b> --> c' },
    ],
    subtitles: { sha256: 'a'.repeat(64), bytes: 1, type: 'text/vtt' },
  };
  const narrated = async () => {
    const post = x.simulator.say(x.person, `@opencall a boat ${Math.random()}`);
    return { post, request: await x.make(await x.requestOf(post), { narration } as never) };
  };
  const begun = () => x.simulator.requests('POST /2/media/upload/initialize').length;

  it('has its subtitles tied to the video, in their language, and is brought once with them', async () => {
    await x.start();
    const { post, request } = await narrated();
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'limited', retryAfter: 1 });
    expect(await x.deliver(request).catch(codeOf)).toBe('rate-limited');
    await waitUntil(async () => (await x.deliver(request).catch(() => request)).state === 'delivered', 'the reply');
    const [media] = x.simulator.mediaOf(x.simulator.repliesTo(post)[0] as never);
    expect(media?.subtitles).toMatchObject({ language: 'AR', name: 'العربية' });
    const track = x.simulator.world.media.get(media?.subtitles?.media ?? '');
    expect(track && x.simulator.bytesOf(track).toString()).toBe(
      '1\n00:00:00,000 --> 00:00:01,250\nقارب ورقي\n\n2\n00:00:01,250 --> 00:01:02,500\na ‹b› → c\n',
    );
    expect(begun()).toBe(2);
  });

  it.each([
    ['X refuses them', { method: 'POST', route: '/media/subtitles' }, { kind: 'status', status: 500 }],
    ['they get lost', { method: 'POST', route: '/media/subtitles' }, { kind: 'lost-answer' }],
    [
      'they do not go up',
      {
        route: '/initialize',
        body: (body: unknown) => (body as { media_category?: string }).media_category === 'subtitles',
      },
      { kind: 'status', status: 503 },
    ],
  ] as const)('is the reply all the same when %s, and that is noted', async (_, which, fault) => {
    await x.start();
    const { post, request } = await narrated();
    const struck = x.simulator.faults.arm(which, fault);
    expect(await x.deliver(request)).toMatchObject({ state: 'delivered' });
    expect([struck.struck(), x.simulator.repliesTo(post).length, x.errors.length]).toEqual([1, 1, 1]);
  });
});

const segmentOf = (body: unknown) => (body as { segment_index?: number }).segment_index;

describe('processing at X', () => {
  it.each([
    ['failed', 'media-failed', false],
    ['dreaming', 'unknown-media-state', true],
  ])('that ends %s is an error that says so', async (state, code, retryable) => {
    await x.close();
    x = await openTestX(records, { processing: ['pending', state] });
    await x.start();
    const { post, request } = await x.asked('a boat');
    const error = await x.deliver(request).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, retryable });
    expect(x.simulator.repliesTo(post)).toEqual([]);
  });

  it('is looked at no sooner than X asks for', async () => {
    await x.close();
    x = await openTestX(records, { processing: ['pending', 'succeeded'], checkAfterSecs: 1 });
    await x.start();
    await x.deliver((await x.asked('a boat')).request);
    const [finished] = x.simulator.requests('POST /2/media/upload/{id}/finalize');
    const looks = x.simulator.requests('GET /2/media/upload').map(({ at }) => at - (finished?.at ?? at));
    expect(looks).toEqual([expect.any(Number)]);
    expect(looks[0]).toBeGreaterThanOrEqual(990);
  });
});

describe('exactly once', () => {
  it('a reply whose answer was lost is found again and not sent again', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'lost-answer' });
    await expect(x.deliver(request)).rejects.toThrow('X cannot be reached');
    const delivered = await x.deliver(request);
    expect(x.simulator.repliesTo(post)).toHaveLength(1);
    expect(delivered).toMatchObject({ state: 'delivered', reply: { id: x.simulator.repliesTo(post)[0]?.id } });
    // Nor was the video brought a second time.
    expect(x.simulator.requests('POST /2/media/upload/initialize')).toHaveLength(1);
    expect(x.simulator.requests('POST /2/tweets')).toHaveLength(1);
  });

  it('"duplicate content" means that it is there, however late X lists it', async () => {
    await x.close();
    x = await openTestX(records, { listsAtOnce: false });
    await x.start();
    const { post, request } = await x.asked('a boat');
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'lost-answer' });
    await expect(x.deliver(request)).rejects.toThrow('X cannot be reached');
    expect(await x.deliver(request).catch(codeOf)).toBe('listed-late');
    for (const reply of x.simulator.repliesTo(post)) reply.listed = true;
    expect(await x.deliver(request)).toMatchObject({ state: 'delivered' });
    expect(x.simulator.repliesTo(post)).toHaveLength(1);
  });

  it('a video that is at X is not brought again when the reply could not be sent', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'limited', retryAfter: 1 });
    expect(await x.deliver(request).catch(codeOf)).toBe('rate-limited');
    await waitUntil(async () => (await x.deliver(request).catch(() => request)).state === 'delivered', 'the reply');
    expect(x.simulator.repliesTo(post)).toHaveLength(1);
    expect(x.simulator.requests('POST /2/media/upload/initialize')).toHaveLength(1);
  });
});

describe('the post that asked is looked up before the reply', () => {
  it.each([
    ['deleted', (test: TestX, post: Parameters<TestX['simulator']['delete']>[0]) => test.simulator.delete(post)],
    ['protected', (_: TestX, post: { author: { protected: boolean } }) => (post.author.protected = true)],
    ['suspended', (_: TestX, post: { author: { suspended: boolean } }) => (post.author.suspended = true)],
  ])('%s, it is not answered', async (_, happens) => {
    await x.start();
    const { post, request } = await x.asked(
      'a boat',
      x.simulator.addUser(`gone${Math.random().toString(36).slice(2)}`),
    );
    happens(x, post);
    await x.deliver(request);
    expect(x.simulator.requests('POST /2/tweets')).toEqual([]);
    expect(await x.state(post)).toBe('withdrawn');
  });

  it.each([
    ['deleted', (post: Post) => x.simulator.delete(post)],
    ['protected', (post: Post) => (post.author.protected = true)],
    ['suspended', (post: Post) => (post.author.suspended = true)],
  ])('%s after that, it is not answered, and nothing failed', async (_, happens) => {
    await x.start();
    const { post, request } = await x.asked(
      'a boat',
      x.simulator.addUser(`left${Math.random().toString(36).slice(2)}`),
    );
    // The reply is on its way when it happens.
    const body = () => {
      happens(post);
      return false;
    };
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/, body }, { kind: 'lost-answer' });
    expect(await x.deliver(request)).toMatchObject({ state: 'withdrawn', by: 'platform' });
    expect(x.simulator.requests('POST /2/tweets').map(({ status }) => status)).toEqual([403]);
    expect(x.simulator.repliesTo(post)).toEqual([]);
  });

  it('edited, its newest version is answered', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    const edited = x.simulator.edit(post, '@opencall a boat, please');
    await x.deliver(request);
    expect(x.simulator.repliesTo(post)).toMatchObject([{ replyTo: edited.id }]);
  });

  it('what X does not say to be gone is not taken for gone', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    x.simulator.faults.arm({ method: 'GET', route: /^\/2\/tweets$/ }, { kind: 'status', status: 500 });
    expect(await x.deliver(request).catch(codeOf)).toBe('http-500');
    expect(await x.state(post)).toBe('ready');
  });
});

describe('what X asks for first', () => {
  it('without its approval of AI replies clips wait, and the operator is told once what to do', async () => {
    await x.start({ approved: false });
    const { post, request } = await x.asked('a boat');
    expect(await x.deliver(request).catch(codeOf)).toBe('not-approved');
    expect(await x.deliver(request).catch(codeOf)).toBe('not-approved');
    expect(x.told).toEqual([expect.stringContaining('X_AI_REPLIES_APPROVED=true')]);
    expect(x.simulator.repliesTo(post)).toEqual([]);
    expect(await x.state(post)).toBe('ready');
  });

  it('the day spent, replies wait for tomorrow', async () => {
    await x.start();
    const { request } = await x.asked('a boat');
    await x.stop();
    await x.start({ dailyDollars: 0 });
    expect(await x.deliver(request).catch(codeOf)).toBe('day-spent');
    expect(x.told).toEqual([expect.stringContaining('X_DAILY_DOLLARS')]);
  });

  it('tokens that fail and come back and fail are told twice, do not hold the start up, and fill no log', async () => {
    const { keys, bot } = x.simulator;
    let good = false;
    const tokens = {
      current: async () => (good ? keys : { ...keys, accessSecret: 'wrong' }),
      renew: async () => false,
    };
    await x.start({ tokens, pollEveryMs: 5 });
    const asked = () => x.simulator.requests().filter(({ status }) => status === 401).length;
    await waitUntil(() => asked() > 3, 'some tries');
    expect(x.told).toHaveLength(1);
    // The daily look at posts may have begun, too.
    expect(x.errors.length).toBeLessThan(2);
    good = true;
    const post = x.simulator.say(x.person, `@${bot.username} a boat`);
    await x.requestOf(post);
    const before = asked();
    good = false;
    await waitUntil(() => asked() > before + 3, 'some more');
    expect(x.told).toHaveLength(2);
  });

  it('keys that X refuses are told once, and nothing of them is in the error', async () => {
    const { keys } = x.simulator;
    const tokens = { current: async () => ({ ...keys, accessSecret: 'wrong' }), renew: async () => false };
    const post = x.simulator.say(x.person, '@opencall a boat');
    const starting = x.start({ tokens });
    await waitUntil(() => x.told.length > 0, 'the advice');
    expect(x.told).toEqual([expect.stringContaining('X refuses the keys')]);
    await x.stop();
    await starting;
    const told = JSON.stringify(x.errors, (_, value) =>
      value instanceof Error ? [value.stack, value.cause, { ...value }] : value,
    );
    for (const secret of [keys.appSecret, keys.accessToken, keys.accessSecret]) expect(told).not.toContain(secret);
    await x.start();
    await x.requestOf(post);
  });
});

describe('silence', () => {
  it('until there is something: nothing is said of a request, of what is wrong with a post, or of a decline', async () => {
    await x.start();
    const post = x.simulator.say(x.person, '@opencall a boat');
    const wrong = x.simulator.say(x.person, '@opencall a boat --nonsense 3');
    const empty = x.simulator.say(x.person, '@opencall');
    const request = await x.requestOf(post);
    await x.walk(request, { kind: 'declined', decline: { curator: 'noor', reason: 'off-topic', note: null } as never });
    await x.requestOf(x.simulator.say(x.person, '@opencall another'));
    await x.stop();
    for (const each of [post, wrong, empty]) expect(x.simulator.repliesTo(each)).toEqual([]);
  });

  it.each<[string, RequestEvent, string]>([
    ['a decline', EVENTS.declined, 'It does not fit what this call asks for.'],
    ['the end of its call', EVENTS['passed-over'], 'yours was not among those chosen this time'],
  ])('where the operator wishes %s is the one reply, and a clip after all is none', async (_, event, words) => {
    await x.start({ answersDeclines: true });
    const post = x.simulator.say(x.person, '@opencall a boat');
    const request = await x.requestOf(post);
    await x.walk(request, event);
    const reply = await x.simulator.until('the reply', () => x.simulator.repliesTo(post)[0]);
    expect(reply.text).toContain(words);
    await waitUntil(
      async () => (await records.store.ownPosts.findByRef({ platform: 'x', id: reply.id })) !== null,
      'its row',
    );
    const upheld = await x.walk(request, { kind: 'appeal-upheld', curator: 'noor' });
    expect(await x.deliver(await x.make(upheld)).catch(codeOf)).toBe('already-answered');
    expect(x.simulator.repliesTo(post)).toHaveLength(1);
  });
});

describe('the summon rule', () => {
  it('a post that does not mention the bot is not answered, and that is an error that trying again does not mend', async () => {
    await x.start();
    const { post, request } = await x.asked('a boat');
    x.simulator.world.posts.set(post.id, Object.assign(post, { text: 'a boat' }));
    const error = await publishOnce(
      x.platform(),
      {
        ...{ kind: 'clip', inReplyTo: request.post, key: `c.${request.id}`, requestId: request.id, locale: 'en' },
        ...{ text: '', notify: request.requester, video: null },
      } as never,
      { ownPosts: records.store.ownPosts, clock: () => new Date() },
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'not-summoned', retryable: false });
  });
});
