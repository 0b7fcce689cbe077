import { AV_LOG_QUIET, AVMEDIA_TYPE_AUDIO, AVMEDIA_TYPE_VIDEO } from 'node-av/constants';
import { Dictionary, FormatContext, Log, type Stream } from 'node-av/lib';
import { TaskError } from '../contained-task.ts';

/**
 * Containers that engines deliver. Named, because FFmpeg also opens playlists and scripts (HLS, concat, lavfi …), with
 * which a file could make it read other files or addresses.
 */
const CONTAINERS = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm';

/** More than 4K in either direction is no clip of ours, and would cost memory before anybody looked. */
const MAX_SIDE = 4096;

export interface OpenVideo extends AsyncDisposable {
  format: FormatContext;
  video: Stream;
  audio: Stream | null;
}

/** Opens a file that nobody has looked at yet. Throws a `TaskError` with code `not-a-video` for whatever is none. */
export async function openVideo(path: string): Promise<OpenVideo> {
  // A damaged file would write a line per block, and the outcome says it better.
  Log.setLevel(AV_LOG_QUIET);
  const format = new FormatContext();
  const options = Dictionary.fromObject({ format_whitelist: CONTAINERS, protocol_whitelist: 'file' });
  if ((await format.openInput(path, null, options)) < 0)
    throw new TaskError('not-a-video', 'No container that we know');
  const close = () => format.closeInput();
  try {
    if ((await format.findStreamInfo(null)) < 0) throw new TaskError('not-a-video', 'The container cannot be read');
    const video = streamOf(format, AVMEDIA_TYPE_VIDEO);
    if (video === null) throw new TaskError('not-a-video', 'There is no picture in it');
    const { width, height } = video.codecpar;
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new TaskError('not-a-video', `A picture of ${width} by ${height} pixels`);
    }
    return { format, video, audio: streamOf(format, AVMEDIA_TYPE_AUDIO), [Symbol.asyncDispose]: close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function streamOf(format: FormatContext, kind: typeof AVMEDIA_TYPE_AUDIO | typeof AVMEDIA_TYPE_VIDEO): Stream | null {
  const index = format.findBestStream(kind);
  return index < 0 ? null : (format.streams[index] ?? null);
}
