import { createHash } from 'node:crypto';
import type { Narration } from '../../../requests/index.ts';
import { languageName } from '../../../wording/language-name.ts';
import { subtitledAnswer } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { subRip } from './sub-rip.ts';
import { createUploadMedia, type UploadDependencies } from './upload-media.ts';

const ONE_MINUTE_MS = 60_000;

/**
 * Gives a video that lies at X its subtitles. They are brought once for each post, as the video is; tied to it again,
 * they take the place of themselves. Narration in a language that X has no code of two letters for stays without.
 */
export function createAddSubtitles({ client, ...dependencies }: UploadDependencies & { client: XClient }) {
  const upload = createUploadMedia({ client, ...dependencies });
  return async (key: string, videoId: string, { language, cues }: Narration): Promise<void> => {
    const code = codeOf(language);
    if (code === null || cues.length === 0) return;
    const file = Buffer.from(subRip(cues));
    const id = await upload(`${key}.subtitles`, {
      ...{ category: 'subtitles', type: 'text/srt', withinMs: ONE_MINUTE_MS },
      ...{ bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') },
      read: async (start, end) => file.subarray(start, end + 1),
    });
    // The language is named as its own speakers call it.
    const subtitles = { id, language_code: code.toUpperCase(), display_name: languageName(code, code) };
    await client.send({
      method: 'POST',
      path: 'media/subtitles',
      endpoint: '/2/media/subtitles',
      body: { id: videoId, media_category: 'TweetVideo', subtitles },
      answer: subtitledAnswer,
    });
  };
}

/** X names languages by two letters, our narration by three (ISO 639-2); null where there are no two. */
function codeOf(language: string): string | null {
  const [canonical = ''] = Intl.getCanonicalLocales(language);
  return /^[a-z]{2}$/.test(canonical) ? canonical : null;
}
