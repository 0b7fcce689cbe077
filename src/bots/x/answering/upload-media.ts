import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import { appendedAnswer, uploadAnswer } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { failure } from '../connection/x-error.ts';
import type { XRecords } from '../x-records.ts';

export interface UploadDependencies {
  client: XClient;
  records: Pick<XRecords, 'keepUpload' | 'findUpload'>;
  clock: Clock;
}

/** What is brought to X: a video, or the subtitles of one. */
export interface ToUpload {
  category: 'tweet_video' | 'subtitles';
  /** Its media type. */
  type: string;
  bytes: number;
  sha256: string;
  /** Bytes from 0, both ends included. */
  read: (start: number, end: number) => Promise<Buffer>;
  /** From the first byte to what X can show, in milliseconds. */
  withinMs: number;
}

type Upload = z.infer<typeof uploadAnswer>['data'];

/** X takes segments 0 to 999 (docs.x.com, "Chunked media upload"). */
const MOST_SEGMENTS = 1000;
const SEGMENT_BYTES = 1024 * 1024;
const TRIES = 3;
const SEGMENT_TIMEOUT_MS = 120_000;
const FIRST_LOOK_SECONDS = 1;
const LONGEST_LOOK_SECONDS = 30;
/** What X keeps is let go of a while before X does. */
const MARGIN_MS = 10 * 60_000;
const KEPT_SECONDS = 24 * 60 * 60;

/**
 * Brings a file to X, segment by segment, and waits until it can be shown. The same file under the same key is brought
 * once: a later try finds it there. Every state that X has no name for is an error.
 */
export function createUploadMedia({ client, records, clock }: UploadDependencies) {
  async function begin({ category, type, bytes }: ToUpload): Promise<Upload> {
    const { data } = await client.send({
      method: 'POST',
      path: 'media/upload/initialize',
      endpoint: '/2/media/upload/initialize',
      body: { media_category: category, media_type: type, total_bytes: bytes },
      answer: uploadAnswer,
    });
    return data;
  }

  async function append(mediaId: string, file: ToUpload, segment: number, bytes: number): Promise<void> {
    const start = segment * bytes;
    const media = await file.read(start, Math.min(start + bytes, file.bytes) - 1);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send({
          method: 'POST',
          path: `media/upload/${mediaId}/append`,
          endpoint: '/2/media/upload/:id/append',
          body: { media, segment_index: segment },
          asForm: true,
          timeoutMs: Math.min(SEGMENT_TIMEOUT_MS, file.withinMs),
          answer: appendedAnswer,
        });
        return;
      } catch (error) {
        // The same segment again takes the place of the first: nothing is there twice.
        if (attempt === TRIES || !mayPassSoon(error)) throw error;
      }
    }
  }

  async function finish(mediaId: string): Promise<Upload> {
    const { data } = await client.send({
      method: 'POST',
      path: `media/upload/${mediaId}/finalize`,
      endpoint: '/2/media/upload/:id/finalize',
      answer: uploadAnswer,
    });
    return data;
  }

  async function look(mediaId: string): Promise<Upload> {
    const { data } = await client.send({
      method: 'GET',
      path: 'media/upload',
      endpoint: '/2/media/upload',
      query: { command: 'STATUS', media_id: mediaId },
      answer: uploadAnswer,
    });
    return data;
  }

  /** Resolves when X can show it. */
  async function untilProcessed(finished: Upload, deadline: number): Promise<void> {
    for (let upload = finished; ; upload = await look(finished.id)) {
      const info = upload.processing_info;
      if (!info || info.state === 'succeeded') return;
      if (info.state === 'failed') {
        const why = info.error?.message ?? info.error?.name ?? 'no reason given';
        throw failure(`X cannot show what was brought: ${why}`, 'media-failed', false, undefined);
      }
      if (info.state !== 'pending' && info.state !== 'in_progress') {
        throw failure(`X says of what was brought: ${String(info.state)}`, 'unknown-media-state', true, undefined);
      }
      const waitMs = Math.min(info.check_after_secs ?? FIRST_LOOK_SECONDS, LONGEST_LOOK_SECONDS) * 1000;
      if (performance.now() + waitMs > deadline) throw tooSlow();
      await delay(waitMs);
    }
  }

  return async (key: string, file: ToUpload): Promise<string> => {
    const kept = await records.findUpload(key);
    const now = clock().getTime();
    if (kept && kept.sha256 === file.sha256 && Date.parse(kept.until) > now) return kept.mediaId;
    const deadline = performance.now() + file.withinMs;
    const { id } = await begin(file);
    const bytes = Math.max(SEGMENT_BYTES, Math.ceil(file.bytes / MOST_SEGMENTS));
    for (let segment = 0; segment * bytes < file.bytes; segment += 1) {
      if (performance.now() > deadline) throw tooSlow();
      await append(id, file, segment, bytes);
    }
    const finished = await finish(id);
    await untilProcessed(finished, deadline);
    const keptMs = (finished.expires_after_secs ?? KEPT_SECONDS) * 1000 - MARGIN_MS;
    const until = new Date(now + keptMs).toISOString();
    await records.keepUpload(key, { mediaId: id, sha256: file.sha256, until });
    return id;
  };
}

function mayPassSoon(error: unknown): boolean {
  return error instanceof AdapterError && error.retryable && error.retryAfterMs === null;
}

function tooSlow(): AdapterError {
  return failure('X takes too long over what was brought', 'media-too-slow', true, undefined);
}
