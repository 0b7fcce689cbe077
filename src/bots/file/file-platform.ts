import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UNKNOWN_STANDING } from '../../calls/standing.ts';
import type { FileStore } from '../../files/file-store.ts';
import { AdapterError, type Clock, type PostRef, type StoredFile, toInstant } from '../../requests/index.ts';
import type { ChatPlatform, OutgoingPost, PlatformLimits } from '../chat-platform.ts';
import { promptLines } from './prompt-lines.ts';

export interface FilePlatformDependencies {
  /** The file of prompts, as text. */
  content: string;
  /** Names the file in the post refs, so that two files in one folder of records are two places. */
  name: string;
  /** Adds the options that were given for all lines where a line has none of its own. */
  addOptions: (line: string) => string;
  /** Where clips and posters are left. */
  directory: string;
  files: FileStore;
  clock: Clock;
}

const FILE = 'file';

export const FILE_LIMITS: PlatformLimits = {
  textLength: 10_000,
  altTextLength: 1000,
  statusPosts: false,
  declinePosts: false,
  appeals: false,
  answers: true,
  editEveryMs: 0,
  progressForMs: 0,
  rendition: {
    maxBytes: 1024 * 1024 * 1024,
    maxLongSide: 1920,
    maxShortSide: 1080,
    maxStretch: 4,
    minSeconds: 0.5,
    maxSeconds: 600,
    maxFramesPerSecond: 60,
  },
  smallerBytes: [],
};

/** A file of prompts as a place where people ask: each line is a post, and its reply is a clip in a folder. */
export function createFilePlatform(dependencies: FilePlatformDependencies): ChatPlatform {
  const { content, name, addOptions, directory, files, clock } = dependencies;
  const lines = new Map(promptLines(content, addOptions).map((line) => [line.id, line]));

  const pathOf = (postId: string, extension: string) => {
    const line = lines.get(postId);
    return join(
      directory,
      `${String(line?.number ?? 0).padStart(4, '0')}-${slug(withoutOptions(line?.text ?? postId))}${extension}`,
    );
  };

  return {
    id: FILE,
    limits: FILE_LIMITS,

    async listen(handler) {
      await mkdir(directory, { recursive: true });
      // Its lines are asked when somebody listens: on new records the call begins only with the app.
      const postedAt = toInstant(clock());
      await Promise.all(
        [...lines.values()].map((line) =>
          handler({
            kind: 'mentioned',
            post: {
              ref: { platform: FILE, channel: name, id: line.id },
              author: { platform: FILE, id: name, name },
              standing: UNKNOWN_STANDING,
              text: line.asked,
              picture: null,
              inReplyTo: null,
              language: null,
              postedAt,
            },
          }),
        ),
      );
    },

    async close() {},

    async publish(post: OutgoingPost): Promise<PostRef> {
      // Words have no reader here; what became of each line is told by whoever reads the file.
      if (post.video) {
        await leave(files, post.video.poster, pathOf(post.inReplyTo.id, '.webp'));
        await leave(files, post.video.file, pathOf(post.inReplyTo.id, '.mp4'));
      }
      return { platform: FILE, channel: name, id: basename(pathOf(post.inReplyTo.id, '.mp4')) };
    },

    async edit() {},

    async remove(ref) {
      await rm(join(directory, basename(ref.id)), { force: true });
    },

    // Leaving the same bytes under the same name again changes nothing, so there is nothing to look for.
    async findOwnReply() {
      return null;
    },

    async stillThere(ref) {
      return lines.has(ref.id);
    },
  };
}

/** Copies beside and renames, so that a file in the folder is whole whenever it is looked at. */
async function leave(files: FileStore, file: StoredFile, path: string): Promise<void> {
  const beside = `${path}.part`;
  try {
    await copyFile(await files.localPath(file), beside);
    const handle = await open(beside, 'r+');
    await handle.sync();
    await handle.close();
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw new AdapterError(`${path} could not be written`, {
      adapter: FILE,
      code: full ? 'disk-full' : 'not-written',
      retryable: true,
      cause,
    });
  }
}

/** What stands before the first option, also where a phone has made a dash of `--`. */
function withoutOptions(text: string): string {
  return text.split(/\s(?:--|—)(?=\p{L})/u)[0] ?? text;
}

/** Letters and digits of any script, so that a folder of clips can be read; short enough for every file system. */
function slug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['clip'];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (Buffer.byteLength(longer) > 60) break;
    name = longer;
  }
  return name === '' ? 'clip' : name;
}
