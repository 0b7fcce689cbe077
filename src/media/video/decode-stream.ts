import { AV_CODEC_FLAG_COPY_OPAQUE, AVERROR_EOF } from 'node-av/constants';
import { Codec, CodecContext, type FormatContext, Frame, Packet, type Stream } from 'node-av/lib';
import { TaskError } from '../contained-task.ts';
import { isDrained, must } from './ffmpeg-result.ts';

/** What went wrong while decoding without ending it, for the caller to judge. */
export interface Damage {
  /** Packets that the decoder refused, and frames that it had to patch. */
  broken: number;
  /** Whether the file ended in the middle of something. */
  endedEarly: boolean;
}

/**
 * Yields each frame of a stream in the order of showing. A frame is valid until the next is asked for: clone it to keep
 * it. Damage is counted rather than thrown, so that one bad packet does not hide the rest.
 */
export async function* decodeStream(format: FormatContext, stream: Stream, damage: Damage): AsyncGenerator<Frame> {
  using decoder = await openDecoder(stream);
  using packet = nothingIn(new Packet());
  using frame = nothingIn(new Frame());
  const read = async () => {
    const result = await format.readFrame(packet);
    if (result >= 0) return true;
    if (result !== AVERROR_EOF) damage.endedEarly = true;
    return false;
  };
  while (await read()) {
    if (packet.streamIndex === stream.index && (await decoder.sendPacket(packet)) < 0) damage.broken += 1;
    packet.unref();
    yield* framesReady(decoder, frame, damage);
  }
  await decoder.sendPacket(null);
  yield* framesReady(decoder, frame, damage);
}

async function* framesReady(decoder: CodecContext, frame: Frame, damage: Damage): AsyncGenerator<Frame> {
  for (;;) {
    const result = await decoder.receiveFrame(frame);
    if (isDrained(result)) return;
    if (result < 0) {
      damage.broken += 1;
      return;
    }
    if (frame.decodeErrorFlags !== 0) damage.broken += 1;
    yield frame;
    frame.unref();
  }
}

async function openDecoder(stream: Stream): Promise<CodecContext> {
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (codec === null) throw new TaskError('not-a-video', 'No decoder for what is in it');
  const decoder = new CodecContext();
  decoder.allocContext3(codec);
  must(decoder.parametersToContext(stream.codecpar), 'take over what the container says');
  decoder.pktTimebase = stream.timeBase;
  decoder.threadCount = 2;
  decoder.setFlags(AV_CODEC_FLAG_COPY_OPAQUE);
  if ((await decoder.open2(codec, null)) < 0)
    throw new TaskError('not-a-video', `The decoder ${codec.name} refused it`);
  return decoder;
}

function nothingIn<T extends { alloc(): void }>(holder: T): T {
  holder.alloc();
  return holder;
}
