import { Client } from '@xdevplatform/xdk';
import { expect, it } from 'vitest';
import { createXSimulator } from './x-simulator.ts';

const VIDEO = Buffer.from('as good as a video for a place that only carries it');

it('serves the client that X itself publishes, from a mention to a reply with a video', async () => {
  const simulator = await createXSimulator();
  const client = new Client({ accessToken: 'simulated-user-token', baseUrl: simulator.url });
  try {
    const asked = simulator.say(simulator.addUser('mina'), '@opencall a fox made of paper');
    const { data: me } = await client.users.getMe();
    expect(me?.username).toBe('opencall');
    const mentions = await client.users.getMentions(me?.id ?? '', { maxResults: 5, expansions: ['author_id'] });
    expect(mentions.data).toMatchObject([{ id: asked.id, text: asked.text, authorId: asked.author.id }]);

    const { data: upload } = await client.media.initializeUpload({
      mediaCategory: 'tweet_video',
      mediaType: 'video/mp4',
      totalBytes: VIDEO.length,
    });
    const mediaId = upload?.id ?? '';
    await client.media.appendUpload(mediaId, { media: VIDEO.toString('base64'), segmentIndex: 0 });
    await client.media.finalizeUpload(mediaId);
    const states = [];
    for (let state = 'pending'; state !== 'succeeded'; states.push(state)) {
      const status = await client.media.getUploadStatus(mediaId);
      state = status.data?.processingInfo?.state ?? 'none';
    }
    expect(states).toEqual(['in_progress', 'succeeded']);

    await client.posts.create({
      text: 'Here it is',
      reply: { inReplyToTweetId: asked.id },
      media: { mediaIds: [mediaId] },
      madeWithAi: true,
    });
    const [reply] = simulator.repliesTo(asked);
    expect(reply).toMatchObject({ text: 'Here it is', madeWithAi: true });
    expect(simulator.mediaOf(reply as never).map(simulator.bytesOf)).toEqual([VIDEO]);
    expect(simulator.violations).toEqual([]);
    expect(simulator.ledger.dollars()).toBeCloseTo(0.011);
  } finally {
    await simulator.close();
  }
});
