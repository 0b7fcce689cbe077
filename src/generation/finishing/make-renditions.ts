import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { Dress, MediaTools, MediaWork, RenditionOutcome, VideoFacts } from '../../media/media-tools.ts';
import type { StoredFile } from '../../requests/index.ts';
import { dressFile, leaveRoomToDress } from './dress-file.ts';
import type { Scratch } from './scratch.ts';

export interface RenditionSource {
  file: StoredFile;
  path: string;
  facts: VideoFacts;
}

export type RenditionsOutcome =
  | { outcome: 'made'; renditions: Record<string, StoredFile> }
  | { outcome: 'cannot-fit'; platform: string; message: string };

/** What each platform is sent, by its id. Platforms that ask for the same share one file. */
export async function makeRenditions(
  master: RenditionSource,
  limitsByPlatform: Readonly<Record<string, RenditionLimits>>,
  dress: Dress,
  { files, media, scratch }: { files: FileStore; media: MediaTools; scratch: Scratch },
  work?: MediaWork,
): Promise<RenditionsOutcome> {
  const renditions: Record<string, StoredFile> = {};
  const made = new Map<string, StoredFile>();
  for (const [platform, limits] of Object.entries(limitsByPlatform)) {
    const same = JSON.stringify(limits, Object.keys(limits).sort());
    let file = made.get(same);
    if (file === undefined) {
      const path = await scratch.path('.mp4');
      const fitted: RenditionOutcome = await media.makeRendition(
        master.path,
        master.facts,
        leaveRoomToDress(limits),
        path,
        work,
      );
      if (fitted.outcome === 'cannot-fit') return { outcome: 'cannot-fit', platform, message: fitted.message };
      const from = fitted.outcome === 'as-is' ? master.path : path;
      file = await dressFile(from, dress, { files, media, scratch }, work);
      made.set(same, file);
    }
    renditions[platform] = file;
  }
  return { outcome: 'made', renditions };
}
