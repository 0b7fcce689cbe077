import { AdapterError } from '../../../requests/index.ts';
import { sayOnX, sayToEverybody } from '../../../wording/index.ts';
import type { Announcement, AnnouncementProblem, Announcer } from '../../announcing/announcer.ts';
import { madeAnswer } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { failure } from '../connection/x-error.ts';
import type { Account } from '../hearing/addressed.ts';
import type { Purse } from '../money/purse.ts';
import { postRef, snowflakeAt } from '../post-refs.ts';
import { X, X_LIMITS } from '../x-limits.ts';
import { describeVideo } from './describe-video.ts';
import { findOwnPost } from './find-own-post.ts';
import { markOf } from './mark-of.ts';
import { plainWords } from './plain-words.ts';
import { createUploadVideo, type UploadVideoDependencies } from './upload-video.ts';
import { weightedLength } from './weighted-length.ts';

export interface AnnouncingDependencies extends UploadVideoDependencies {
  client: XClient;
  purse: Purse;
  account: () => Promise<Account>;
}

/** X's clock and ours may differ by so much. */
const MARGIN_MS = 60_000;
/** For so long X remembers what was said, and longer. */
const REPEATED_MS = 2 * 24 * 60 * 60_000;
/** X makes a link of every word that looks like a name of the net; one costs thirteen times the post. */
const LINK = /\w+:\/\/|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const MENTION = /[@＠][\p{L}\p{N}_]/u;

/** Posts about calls on X. They carry a mark, as replies do, by which they are found again. */
export function createAnnouncing(dependencies: AnnouncingDependencies): Announcer {
  const { client, purse, account, clock } = dependencies;
  const uploadVideo = createUploadVideo(dependencies);

  async function find(key: string, since: string): Promise<string | null> {
    const { mark } = markOf(key);
    const from = snowflakeAt(Date.parse(since) - MARGIN_MS);
    return findOwnPost({ client, purse }, await account(), String(from), ({ text }) => text.includes(mark));
  }

  async function send({ key, text, clip }: Announcement): Promise<string> {
    let mediaId: string | null = null;
    if (clip) {
      mediaId = await uploadVideo(key, clip.file);
      await describeVideo({ client, purse }, mediaId, clip.altText);
    }
    const { data } = await client.send({
      method: 'POST',
      path: 'tweets',
      endpoint: '/2/tweets',
      body: { text, ...(mediaId === null ? {} : { media: { media_ids: [mediaId] }, made_with_ai: true }) },
      answer: madeAnswer,
    });
    await purse.paid('post');
    return data.id;
  }

  return {
    id: X,
    textLength: X_LIMITS.textLength,
    rendition: X_LIMITS.rendition,
    // Who answers it asks in the call, wherever else one asks for it.
    places: async () => [{ id: '', name: null, locale: null }],
    plain: plainWords,
    howToAsk: (locale) => sayToEverybody(locale, 'how'),
    compose: (words, key, locale) => `${words}\n${sayOnX(locale, 'call-mark', { mark: { said: markOf(key).mark } })}`,

    problemsOf(text) {
      const problems: AnnouncementProblem[] = [];
      if (weightedLength(text) > X_LIMITS.textLength) problems.push('too-long');
      if (LINK.test(text)) problems.push('link');
      // Whoever is named is told of it, and X does not want that of machines.
      if (MENTION.test(text)) problems.push('mention');
      return problems;
    },

    async announce(announcement) {
      if (!(await purse.mayPost())) {
        const message = 'What X may cost today (X_DAILY_DOLLARS) is spent';
        throw failure(message, 'day-spent', true, undefined, { neverSent: true });
      }
      try {
        return postRef(await send(announcement));
      } catch (error) {
        if (!(error instanceof AdapterError) || error.code !== 'duplicate') throw error;
      }
      // No other post has this mark: it is there, and listed sooner or later.
      const found = await find(announcement.key, new Date(clock().getTime() - REPEATED_MS).toISOString());
      if (found) return postRef(found);
      throw failure('X has the announcement but does not list it yet', 'listed-late', true, undefined);
    },

    async findAnnouncement({ key, intendedAt }) {
      const found = await find(key, intendedAt);
      return found === null ? null : postRef(found);
    },
  };
}
