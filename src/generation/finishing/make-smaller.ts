import type { RenditionLimits } from '../../bots/chat-platform.ts';
import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { Clip, StoredFile } from '../../requests/index.ts';
import { dressFile, dressFor, leaveRoomToDress } from './dress-file.ts';
import { createScratch } from './scratch.ts';

/**
 * Makes a clip smaller than it was finished, for a platform that takes less than it says; null where nothing worth
 * looking at would be left of it. The same clip and limits give the same file.
 */
export function createMakeSmaller({ files, media }: { files: FileStore; media: MediaTools }) {
  return async (clip: Clip, limits: RenditionLimits, signal: AbortSignal): Promise<StoredFile | null> => {
    const { master } = clip;
    await using scratch = createScratch(files);
    const dressed = (from: string) => dressFile(from, dressFor(clip), { files, media, scratch }, { signal });
    const path = await files.localPath(master);
    const probed = await media.probe(path, { signal });
    if (probed.outcome === 'not-a-video') throw new Error(`A finished clip is no video: ${probed.reason}`);
    const to = await scratch.path('.mp4');
    const fitted = await media.makeRendition(path, probed.facts, leaveRoomToDress(limits), to, { signal });
    switch (fitted.outcome) {
      case 'as-is':
        return dressed(path);
      case 'made':
        return dressed(to);
      case 'cannot-fit':
        return null;
      default:
        return fitted satisfies never;
    }
  };
}
