import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import { dressFile, dressFor } from '../finishing/dress-file.ts';
import { createScratch } from '../finishing/scratch.ts';
import type { KnownClips } from '../provenance/known-clips.ts';

export interface MakeVersionsDependencies {
  files: FileStore;
  media: MediaTools;
  knownClips: KnownClips;
  /** Where the operator wants none, nothing is made. */
  wanted: boolean;
}

/** Makes what nobody waits for: a version that takes less of the line, and a picture that moves. */
export function createMakeVersions({
  files,
  media,
  knownClips,
  wanted,
}: MakeVersionsDependencies): StepHandler<'make-versions'> {
  return async ({ request, signal }) => {
    if (!wanted || request.state !== 'delivered' || request.clip.preview) return { next: 'nothing' };
    await using scratch = createScratch(files);
    const { clip } = request;
    const path = await files.localPath(clip.master);
    const probed = await media.probe(path, { signal });
    if (probed.outcome === 'not-a-video') throw new Error(`A finished clip is no video: ${probed.reason}`);
    const to = { web: await scratch.path('.mp4'), preview: await scratch.path('.webp') };
    await media.makePreview(path, probed.facts, to.preview, { signal });
    await media.makeWebVersion(path, probed.facts, to.web, { signal });
    const web = await dressFile(to.web, dressFor(clip), { files, media, scratch }, { signal });
    const preview = await files.putFile(to.preview, 'image/webp');
    await knownClips.addFile(request.id, web.sha256);
    const isSmaller = web.bytes < (clip.renditions.room ?? clip.master).bytes;
    return { next: 'apply', event: { kind: 'clip-versions-made', web: isSmaller ? web : null, preview } };
  };
}
