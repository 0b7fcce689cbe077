import type { FileStore } from '../../files/file-store.ts';
import type { MediaTools } from '../../media/media-tools.ts';
import type { Looks } from './screening.ts';

/** What was looked at last is remembered, for those who ask a moment later. */
const REMEMBERED = 50;

/** Looks at each file once, however many ask. What failed is looked at anew. */
export function createLookOnce({
  media,
  files,
}: {
  media: Pick<MediaTools, 'lookAtPicture' | 'lookAtFrames'>;
  files: Pick<FileStore, 'localPath'>;
}): Looks {
  return {
    picture: once(
      async (file) => media.lookAtPicture(await files.localPath(file)),
      ({ sha256 }) => sha256,
    ),
    frames: once(
      async ({ master, seconds, framesPerSecond }) => {
        const frames = Math.max(1, Math.round(seconds * framesPerSecond));
        return media.lookAtFrames(await files.localPath(master), { frames, framesPerSecond });
      },
      ({ master }) => master.sha256,
    ),
  };
}

function once<Subject, Look>(look: (subject: Subject) => Promise<Look>, nameOf: (subject: Subject) => string) {
  const known = new Map<string, Promise<Look>>();
  return (subject: Subject): Promise<Look> => {
    const name = nameOf(subject);
    const before = known.get(name);
    if (before) return before;
    const looking = look(subject);
    known.set(name, looking);
    looking.catch(() => known.delete(name));
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return looking;
  };
}
