import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Dress, MediaTools, MediaWork } from '../../media/media-tools.ts';
import type { Clip, StoredFile } from '../../requests/index.ts';
import type { Scratch } from './scratch.ts';

/** What each file of a clip says of itself: nothing of who asked for it. */
export function dressFor(clip: Pick<Clip, 'caption' | 'altText' | 'narration' | 'engine' | 'promptHash'>): Dress {
  const { caption, altText, narration, engine, promptHash = '' } = clip;
  return {
    cues: narration?.cues ?? [],
    language: narration?.language ?? 'und',
    tags: { title: caption, comment: altText },
    origin: { engine, promptHash, by: engine === 'storyboard' ? 'program' : 'model' },
  };
}

/** Keeps a video as it goes out: with what it says of itself. */
export async function dressFile(
  path: string,
  dress: Dress,
  { files, media, scratch }: { files: FileStore; media: MediaTools; scratch: Scratch },
  work?: MediaWork,
): Promise<StoredFile> {
  const dressed = await scratch.path('.mp4');
  await media.dress(path, dress, dressed, work);
  return files.putFile(dressed, 'video/mp4');
}

/** Credentials, tags and subtitles of the longest clip stay well under it. */
const DRESS_BYTES = 100_000;

/** The limits for what is dressed afterwards: what a file says of itself takes bytes too. */
export function leaveRoomToDress(limits: RenditionLimits): RenditionLimits {
  return { ...limits, maxBytes: Math.floor(limits.maxBytes - Math.min(DRESS_BYTES, limits.maxBytes * 0.05)) };
}
