import { AV_LOG_QUIET, AVMEDIA_TYPE_AUDIO } from 'node-av/constants';
import { Dictionary, FormatContext, Log } from 'node-av/lib';
import { TaskError } from '../contained-task.ts';
import { SAMPLE_RATE } from '../video/encode-audio.ts';
import { type Pcm, readPcm } from '../video/pcm.ts';

/** Containers in which voices come; named for the reason that those of videos are. */
const CONTAINERS = 'wav,mp3,ogg,flac,aac,mov,mp4,m4a';

/** What is quieter than this at either end is no speech. */
const SILENT = 0.004;

/** Reads a file of sound, without the silence at its ends. What goes on beyond so many seconds is left off. */
export async function readSound(path: string, maxSeconds: number): Promise<Pcm> {
  Log.setLevel(AV_LOG_QUIET);
  const format = new FormatContext();
  const options = Dictionary.fromObject({ format_whitelist: CONTAINERS, protocol_whitelist: 'file' });
  if ((await format.openInput(path, null, options)) < 0) throw new TaskError('not-a-sound', 'No sound that we know');
  try {
    if ((await format.findStreamInfo(null)) < 0) throw new TaskError('not-a-sound', 'The sound cannot be read');
    const stream = format.streams[format.findBestStream(AVMEDIA_TYPE_AUDIO)];
    if (stream === undefined) throw new TaskError('not-a-sound', 'There is no sound in it');
    return trimmed(await readPcm(format, stream, Math.ceil(maxSeconds * SAMPLE_RATE)));
  } finally {
    await format.closeInput();
  }
}

function trimmed({ left, right }: Pcm): Pcm {
  const isHeard = (at: number) => Math.abs(left[at] ?? 0) > SILENT || Math.abs(right[at] ?? 0) > SILENT;
  let [start, end] = [0, left.length];
  while (start < end && !isHeard(start)) start += 1;
  while (end > start && !isHeard(end - 1)) end -= 1;
  return { left: left.slice(start, end), right: right.slice(start, end) };
}
