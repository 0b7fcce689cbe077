import { beforeEach, describe, expect, it } from 'vitest';
import { AdapterError, type PromptRequest } from '../../../../src/requests/index.ts';
import { anApproval, anOrder } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';
import type { Message } from '../../../simulators/discord/world/world.ts';
import { discordForEachTest, recordsForFile } from './discord-for-each-test.ts';

const records = recordsForFile();
const discord = discordForEachTest(records);
beforeEach(() => discord.start());

const POSTS = 'POST /channels/{channel_id}/messages';

async function ask(text = 'a paper boat'): Promise<{ message: Message; request: PromptRequest }> {
  const { simulator, person, channel } = discord;
  const before = (await discord.requestsOf(person)).length;
  const message = simulator.say(person, channel, text, { mentions: [simulator.bot] });
  return { message, request: await discord.request(before + 1) };
}
const answersTo = (message: Message) =>
  discord.simulator.visible(discord.channel).filter(({ reference }) => reference?.messageId === message.id);
const statusOf = (message: Message) => answersTo(message).find(({ files }) => files.length === 0);
const says = (message: Message, part: string) =>
  discord.simulator.until(part, () => statusOf(message)?.content.includes(part) && statusOf(message));

describe('the status message', () => {
  it('is one, and tells each state in its place', async () => {
    const { message, request } = await ask();
    await says(message, 'A curator will look at');
    const approved = await discord.walk(request, { kind: 'approved', approval: anApproval() });
    await says(message, 'Approved!');
    await discord.walk(approved, { kind: 'generation-started', engine: 'storyboard', shots: [anOrder()] });
    await says(message, '░░░░░░░░░░░░');
    expect(answersTo(message)).toHaveLength(1);
  });

  it('tells how far the clip is, with few edits', async () => {
    const { message, request } = await ask();
    await discord.walk(
      request,
      { kind: 'approved', approval: anApproval() },
      { kind: 'generation-started', engine: 'storyboard', shots: [anOrder()] },
      { kind: 'shot-intended', shot: 0, key: 'k' },
      { kind: 'shot-started', shot: 0, operation: { id: 'op' }, checkAfterMs: 0 },
    );
    for (let done = 1; done <= 50; done += 1) {
      await discord.walk(request, { kind: 'shot-progressed', shot: 0, progress: done / 100 });
    }
    await says(message, '██████░░░░░░');
    const edits = discord.simulator.requests('PATCH /channels/{channel_id}/messages/{message_id}');
    expect(edits.length).toBeLessThan(50);
  });

  it('pings nobody', async () => {
    const { message } = await ask();
    await says(message, 'A curator');
    expect(discord.simulator.pings().filter(({ authorId }) => authorId === discord.simulator.bot.id)).toEqual([]);
  });

  it('names the reason of a refusal', async () => {
    const { message, request } = await ask();
    await says(message, 'A curator');
    const decline = {
      curator: 'Noor',
      at: new Date().toISOString(),
      reason: 'off-topic',
      note: 'More *boats* @everyone',
    };
    await discord.walk(request, { kind: 'declined', decline });
    const status = await says(message, 'does not fit');
    expect(status.content).toContain('More \\*boats\\* @\u200beveryone');
  });

  it('is there once although Discord fails while it is made', async () => {
    discord.simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'lost-answer' });
    const { message } = await ask();
    await says(message, 'A curator');
    await waitUntil(() => discord.simulator.requests(POSTS).length > 0, 'the post');
    expect(answersTo(message)).toHaveLength(1);
  });
});

it('leads to the clip also where another process tells it, which was told of no server', async () => {
  const { message, request } = await ask();
  await says(message, 'A curator');
  const delivered = await discord.deliver(await discord.make(request));
  const [worker, known] = [await discord.worker(), await records.store.ownPosts.find(`s.${request.id}`)];
  if (!known?.ref || delivered.state !== 'delivered') throw new Error('no status');
  await discord.stop();
  const { requester: notify, post: inReplyTo } = request;
  const common = { inReplyTo, key: known.key, requestId: request.id, locale: 'en', notify, video: null } as const;
  await worker.edit(known.ref, { kind: 'status', text: 'Delivered.', ...common });
  expect(statusOf(message)?.content).toContain(
    `https://discord.com/channels/${discord.guild.id}/${discord.channel.id}/${delivered.reply.id}`,
  );
});

describe('the clip', () => {
  it('is a reply of its own with caption, alt text, credit and buttons, and pings only its requester', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request, { altText: 'A boat of paper, portrait, 6 seconds' });
    const delivered = await discord.deliver(made);
    const clip = answersTo(message).find(({ files }) => files.length > 0);
    expect(delivered).toMatchObject({ state: 'delivered', reply: { platform: 'discord', id: clip?.id } });
    const { person, simulator } = discord;
    expect(clip?.content).toBe(`Here is your clip, <@${person.user.id}>!\n> a paper boat`);
    expect(clip?.files[0]).toMatchObject({
      contentType: 'video/mp4',
      description: 'A boat of paper, portrait, 6 seconds',
    });
    const shown = simulator.shown(clip as Message) as { components: { components: { label: string }[] }[] };
    expect(shown.components[0]?.components.map(({ label }) => label)).toEqual(['Vote', 'Remix', 'Report']);
    const pings = simulator.pings().filter(({ messageId }) => messageId === clip?.id);
    expect(pings.map(({ target }) => target)).toEqual([person.user.id]);
  });

  it('pings nobody else, whatever the prompt and the names are', async () => {
    const { simulator, guild, channel } = discord;
    const victim = simulator.world.addMember(guild, 'Victim');
    const role = simulator.world.addRole(guild, 'Crew', { mentionable: true });
    const prompt = `@everyone @here <@${victim.user.id}> <@&${role.id}> [click](https://evil.example) \u202egnp`;
    const rogue = simulator.world.addMember(guild, `<@${victim.user.id}> @everyone`);
    simulator.say(rogue, channel, prompt, { mentions: [simulator.bot] });
    const request = await discord.request(1, rogue);
    await discord.deliver(await discord.make(request, { caption: prompt }));
    const clip = simulator.visible(channel).find(({ files }) => files.length > 0);
    const byUs = simulator.pings().filter(({ authorId }) => authorId === simulator.bot.id);
    expect(byUs.map(({ target }) => target)).toEqual([rogue.user.id]);
    expect(clip?.content).not.toMatch(/(?<!\\)<@(?!\d+>!)/);
    expect(clip?.content).not.toContain('\u202e');
    expect(clip?.content).not.toMatch(/(?<!\\)\]\(/);
  });

  it('is there once when the answer was lost, at once and after the nonce is forgotten', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request);
    discord.simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'lost-answer' });
    await expect(discord.deliver(made)).rejects.toBeInstanceOf(AdapterError);
    await discord.deliver(made);
    const clips = answersTo(message).filter(({ files }) => files.length > 0);
    expect(clips).toHaveLength(1);
    // A look before sending, not the nonce, was what found it.
    expect(discord.simulator.requests(POSTS).filter(({ files }) => files.length > 0)).toHaveLength(1);
  });

  it('does not stay where its request was taken back before the answer to it came', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request);
    discord.simulator.faults.arm({ method: 'POST', route: '/messages' }, { kind: 'lost-answer' });
    await expect(discord.deliver(made)).rejects.toBeInstanceOf(AdapterError);
    const clips = () => answersTo(message).filter(({ files }) => files.length > 0);
    expect(clips()).toHaveLength(1);
    await discord.deliver(await discord.walk(made, { kind: 'withdrawn', by: 'requester' }));
    expect(clips()).toEqual([]);
  });

  describe('whose sending was cut off', () => {
    const clipsAfter = async (settings: { nonceMs?: number; looks: boolean }) => {
      await discord.reopen(settings.nonceMs === undefined ? {} : { nonceMs: settings.nonceMs });
      await discord.start();
      const { message, request } = await ask();
      const made = await discord.make(request);
      if (!settings.looks) Object.assign(discord.platform(), { findOwnReply: async () => null });
      discord.simulator.faults.arm(
        { method: 'POST', route: '/messages', body: hasNonce('c.') },
        { kind: 'lost-answer' },
      );
      await expect(discord.deliver(made)).rejects.toBeInstanceOf(AdapterError);
      await discord.deliver(made);
      return answersTo(message).filter(({ files }) => files.length > 0).length;
    };

    it('is there once by the nonce alone, and once by the look alone', async () => {
      expect(await clipsAfter({ looks: false })).toBe(1);
      expect(await clipsAfter({ nonceMs: 0, looks: true })).toBe(1);
    });

    it('would be there twice without both: these tests would notice', async () => {
      expect(await clipsAfter({ nonceMs: 0, looks: false })).toBe(2);
    });
  });

  it('is sent once and no more when Discord answers 500, until it is told to again', async () => {
    const { request } = await ask();
    const made = await discord.make(request);
    const before = discord.simulator.requests(POSTS).length;
    discord.simulator.faults.arm(
      { method: 'POST', route: '/messages', body: hasNonce('c.') },
      { kind: 'status', status: 500 },
    );
    await expect(discord.deliver(made)).rejects.toMatchObject({ code: 'http-500', retryable: true });
    const sent = discord.simulator.requests(POSTS).slice(before);
    expect(sent.filter(({ body }) => hasNonce('c.')(body))).toHaveLength(1);
    expect(await discord.deliver(made)).toMatchObject({ state: 'delivered' });
  });

  it('waits as long as Discord asks', async () => {
    const { request } = await ask();
    const made = await discord.make(request);
    discord.simulator.faults.arm(
      { method: 'POST', route: '/messages', body: hasNonce('c.') },
      { kind: 'limited', retryAfter: 120 },
    );
    const failed = await discord.deliver(made).catch((error: AdapterError) => error);
    expect(failed).toMatchObject({ code: 'rate-limited', retryable: true });
    expect((failed as AdapterError).retryAfterMs).toBeGreaterThanOrEqual(120_000);
  });

  it('is not sent for a message that is deleted in that very moment, and is withdrawn instead', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request);
    discord.simulator.all.channels.get(discord.channel.id)?.messages.delete(message.id);
    Object.assign(discord.platform(), { stillThere: async () => true });
    expect(await discord.deliver(made)).toMatchObject({ state: 'withdrawn', by: 'platform' });
    expect(answersTo(message).filter(({ files }) => files.length > 0)).toEqual([]);
  });

  it('is not sent for a message that is gone, and is withdrawn instead', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request);
    // Without a word of it to the bot.
    discord.simulator.all.channels.get(discord.channel.id)?.messages.delete(message.id);
    expect(await discord.deliver(made)).toMatchObject({ state: 'withdrawn', by: 'platform' });
  });

  it('waits where the permission is gone, and the operator is told once', async () => {
    const { request } = await ask();
    const made = await discord.make(request);
    discord.simulator.world.setPermissions(discord.channel, 'bot', { deny: ['viewChannel', 'sendMessages'] });
    for (let tries = 0; tries < 2; tries += 1) {
      const failed = await discord.deliver(made).catch((error: AdapterError) => error);
      expect(failed).toMatchObject({ code: 'no-access', retryable: true });
    }
    discord.simulator.world.setPermissions(discord.channel, 'bot', {});
    expect(await discord.deliver(made)).toMatchObject({ state: 'delivered' });
    await waitUntil(async () => (await records.store.troubles.list()).length === 0, 'the end of the trouble');
    expect(discord.told).toHaveLength(1);
  });

  it('of a channel that is gone is withdrawn', async () => {
    const { request } = await ask();
    const made = await discord.make(request);
    discord.simulator.world.removeChannel(discord.channel);
    expect(await discord.deliver(made)).toMatchObject({ state: 'withdrawn', by: 'platform' });
  });
});

describe('a file that Discord finds too large', () => {
  beforeEach(async () => {
    await discord.reopen({ attachmentLimit: 6 * 1024 * 1024 });
    await discord.start();
  });

  const big = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 1);
  async function store(bytes: Buffer) {
    const path = await records.files.temporaryPath('.mp4');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, bytes);
    return records.files.putFile(path, 'video/mp4');
  }

  it('goes out smaller', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request, { renditions: { discord: await store(big(9)) } });
    const tried: number[] = [];
    const delivered = await discord.deliver(made, async (bytes) => {
      tried.push(bytes);
      return store(big(Math.floor(bytes / 1024 / 1024) - 1));
    });
    expect(delivered.state).toBe('delivered');
    expect(tried.map((bytes) => bytes / 1024 / 1024)).toEqual([8, 5]);
    expect(answersTo(message).filter(({ files }) => files.length > 0)).toHaveLength(1);
  });

  it('is not even sent where Discord has said in an interaction what it takes there, also by another process', async () => {
    const { simulator, person, channel } = discord;
    await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
    await simulator.command(person, channel, 'my requests').answered;
    const { request } = await ask();
    const made = await discord.make(request, { renditions: { discord: await store(big(9)) } });
    const worker = await discord.worker();
    await waitUntil(async () => {
      const tried = await worker
        .publish({
          ...{ kind: 'clip', key: 'c.too-large', requestId: request.id, locale: 'en', text: 'Here' },
          ...{ inReplyTo: request.post, notify: request.requester },
          video: { file: await store(big(9)), poster: await store(big(1)), altText: 'A boat' },
        })
        .catch((error: AdapterError) => error);
      return tried instanceof AdapterError && tried.code === 'too-large' && tried.neverSent;
    }, 'what Discord takes is known');
    const before = simulator.requests(POSTS).length;
    const delivered = await discord.deliver(made, async (bytes) => store(big(Math.floor(bytes / 1024 / 1024) - 1)));
    expect(delivered.state).toBe('delivered');
    const sent = simulator.requests(POSTS).slice(before);
    expect(sent.filter(({ files }) => files.length > 0)).toHaveLength(1);
  });

  it('is told where it cannot be made smaller', async () => {
    const { message, request } = await ask();
    const made = await discord.make(request, { renditions: { discord: await store(big(9)) } });
    const failed = await discord.deliver(made, async () => null);
    expect(failed).toMatchObject({ state: 'failed', during: 'delivering' });
    await says(message, 'could not be made');
  });
});

it('a clip that is taken down goes, and that twice is no error', async () => {
  const { message, request } = await ask();
  const delivered = await discord.deliver(await discord.make(request));
  if (delivered.state !== 'delivered') throw new Error('not delivered');
  await discord.platform().remove(delivered.reply);
  await discord.platform().remove(delivered.reply);
  expect(answersTo(message).filter(({ files }) => files.length > 0)).toHaveLength(0);
});

function hasNonce(prefix: string) {
  return (body: unknown) => JSON.stringify(body ?? null).includes(`"nonce":"${prefix}`);
}
