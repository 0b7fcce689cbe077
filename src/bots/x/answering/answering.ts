import type { FileStore } from '../../../files/file-store.ts';
import {
  AdapterError,
  type Clock,
  type PostRef,
  type PromptRequest,
  type RequestStore,
} from '../../../requests/index.ts';
import type { ChatPlatform, OutgoingPost } from '../../chat-platform.ts';
import { deletedAnswer, madeAnswer } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { failure } from '../connection/x-error.ts';
import type { Account } from '../hearing/addressed.ts';
import type { LookedUp } from '../look-up.ts';
import type { Purse } from '../money/purse.ts';
import { postRef } from '../post-refs.ts';
import type { XRecords } from '../x-records.ts';
import { createAddSubtitles } from './add-subtitles.ts';
import { describeVideo } from './describe-video.ts';
import { findOwnReply } from './find-own-post.ts';
import { replyText } from './reply-text.ts';
import { createUploadVideo } from './upload-video.ts';

export interface AnsweringDependencies {
  client: XClient;
  purse: Purse;
  account: () => Promise<Account>;
  lookUp: (id: string) => Promise<LookedUp>;
  requests: Pick<RequestStore, 'find'>;
  files: Pick<FileStore, 'read'>;
  records: XRecords;
  /** Whether X has approved replies that are made by AI, as the operator says. */
  approved: boolean;
  /** Whether the one reply to a post may have been used to say that nothing came of it. */
  answersDeclines: boolean;
  clock: Clock;
  onError: (error: unknown) => void;
}

type Answering = Pick<ChatPlatform, 'publish' | 'remove' | 'findOwnReply'>;

const TEN_MINUTES_MS = 10 * 60_000;
/** X has been seen to list our own posts late. */
const LISTED_LATE_MS = 20_000;

/** What the bot says on X: one reply to who mentioned it, labelled as made by AI, without a link. */
export function createAnswering(dependencies: AnsweringDependencies): Answering {
  const { client, purse, account, lookUp, requests, approved, answersDeclines, onError } = dependencies;
  const uploadVideo = createUploadVideo(dependencies);
  const addSubtitles = createAddSubtitles(dependencies);

  async function mindTheRules(): Promise<void> {
    if (!approved) {
      const message =
        'Clips are ready for X but not sent: X must approve replies made by AI first. Then set X_AI_REPLIES_APPROVED=true';
      throw failure(message, 'not-approved', true, undefined, { retryAfterMs: TEN_MINUTES_MS, neverSent: true });
    }
    if (await purse.mayPost()) return;
    const message = 'What X may cost today (X_DAILY_DOLLARS) is spent; replies go on tomorrow';
    throw failure(message, 'day-spent', true, undefined, { retryAfterMs: TEN_MINUTES_MS, neverSent: true });
  }

  /** The version of a post that stands now: X takes a reply to it only. */
  async function versionsOf({ id }: Pick<PostRef, 'id'>): Promise<readonly string[]> {
    return (await lookUp(id))?.post.versions ?? [id];
  }

  /**
   * A clip does not come as a second reply: not after a decline, nor to a post that may have been answered before the
   * records were lost.
   */
  async function mindTheOneReply(
    { kind }: OutgoingPost,
    request: PromptRequest | null,
    versions: readonly string[],
  ): Promise<void> {
    if (kind !== 'clip' || !(answersDeclines || request?.late)) return;
    if ((await findOwnReply({ client, purse }, await account(), versions)) === null) return;
    throw failure('X allows one reply to a post, and there is one already', 'already-answered', false, undefined);
  }

  /** Nobody waits longer for a clip because its subtitles would not go up; the narration is heard without them. */
  async function subtitle(key: string, mediaId: string, request: PromptRequest | null): Promise<void> {
    const narration = request && 'clip' in request ? request.clip?.narration : undefined;
    if (narration) await addSubtitles(key, mediaId, narration).catch(onError);
  }

  async function send(
    post: OutgoingPost,
    { request, replyTo, mediaId }: { request: PromptRequest | null; replyTo: string; mediaId: string | null },
  ): Promise<string> {
    const { data } = await client.send({
      method: 'POST',
      path: 'tweets',
      endpoint: '/2/tweets',
      body: {
        text: replyText(post, request),
        reply: { in_reply_to_tweet_id: replyTo },
        ...(mediaId === null ? {} : { media: { media_ids: [mediaId] }, made_with_ai: true }),
      },
      answer: madeAnswer,
    });
    await purse.paid('reply');
    return data.id;
  }

  return {
    async publish(post) {
      await mindTheRules();
      const versions = await versionsOf(post.inReplyTo);
      const request = post.requestId === null ? null : await requests.find(post.requestId);
      await mindTheOneReply(post, request, versions);
      let mediaId: string | null = null;
      if (post.video) {
        mediaId = await uploadVideo(post.key, post.video.file);
        await describeVideo({ client, purse }, mediaId, post.video.altText);
        await subtitle(post.key, mediaId, request);
      }
      try {
        return postRef(await send(post, { request, replyTo: versions.at(-1) ?? post.inReplyTo.id, mediaId }));
      } catch (error) {
        if (!(error instanceof AdapterError) || error.code !== 'duplicate') throw error;
      }
      // No other post ever had this text: it is there, and listed sooner or later.
      const found = await findOwnReply({ client, purse }, await account(), versions);
      if (found) return postRef(found);
      throw failure('X has the reply but does not list it yet', 'listed-late', true, undefined, {
        retryAfterMs: LISTED_LATE_MS,
      });
    },

    async remove({ id }) {
      try {
        await client.send({ method: 'DELETE', path: `tweets/${id}`, endpoint: '/2/tweets/:id', answer: deletedAnswer });
      } catch (error) {
        if (!(error instanceof AdapterError) || error.code !== 'not-found') throw error;
      }
    },

    async findOwnReply(to) {
      const found = await findOwnReply({ client, purse }, await account(), await versionsOf(to));
      return found === null ? null : postRef(found);
    },
  };
}
