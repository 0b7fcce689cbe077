import { AVFMT_FLAG_BITEXACT, AVIO_FLAG_WRITE } from 'node-av/constants';
import {
  type CodecContext,
  type CodecParameters,
  Dictionary,
  FormatContext,
  type Frame,
  IOContext,
  Packet,
  type Rational,
  type Stream,
} from 'node-av/lib';
import { isDrained, must } from './ffmpeg-result.ts';

/** A stream of the file: frames go in, packets are written. */
export interface Mp4Track {
  /** Null when there are no more. */
  encode(frame: Frame | null): Promise<void>;
  /** What came out of the encoder so far, which is some frames behind what went in. */
  readonly sent: { packets: number; bytes: number };
}

/** A stream that is written as it was read. */
export interface CopiedTrack {
  /** In the time base of the stream that it is copied from. */
  write(packet: Packet): Promise<void>;
}

export interface Mp4File {
  tracks: Mp4Track[];
  copied: CopiedTrack[];
  /** Writes the index, in front of the data so that it plays while it loads. Every error up to the last byte throws. */
  finish(): Promise<void>;
  /** Lets go of the file; what was not finished is no video. */
  close(): Promise<void>;
}

/**
 * Opens an MP4 for streams that encoders write, or that are copied as they are. Bit-exact: no date and no version
 * stands in it, so that the same work gives the same bytes.
 */
export async function openMp4(
  path: string,
  encoders: readonly CodecContext[],
  { copies = [], tags = {} }: { copies?: readonly CopySource[]; tags?: Record<string, string> } = {},
): Promise<Mp4File> {
  const format = new FormatContext();
  must(format.allocOutputContext2(null, 'mp4', path), 'make an MP4');
  const io = new IOContext();
  must(await io.open2(path, AVIO_FLAG_WRITE), 'open the file to write');
  format.pb = io;
  format.setFlags(AVFMT_FLAG_BITEXACT);
  // What is copied comes first: it is the picture.
  const copied = copies.map((source) => ({ source, stream: addCopy(format, source) }));
  const streams = encoders.map((encoder) => addStream(format, encoder));
  format.metadata = Dictionary.fromObject(tags);
  must(await format.writeHeader(Dictionary.fromObject({ movflags: '+faststart' })), 'write the header');
  return {
    tracks: encoders.map((encoder, index) => track(format, encoder, streams[index] as Stream)),
    copied: copied.map(({ source, stream }) => copyTrack(format, source, stream)),
    finish: async () => {
      must(await format.writeTrailer(), 'write the index');
    },
    close: async () => {
      format.pb = null;
      const closed = await io.closep();
      format.freeContext();
      must(closed ?? 0, 'close the file');
    },
  };
}

/** What a copied stream is, and in which time its packets count. */
export interface CopySource {
  codecpar: CodecParameters;
  timeBase: Rational;
  /** ISO 639-2, e.g. `eng`; absent: not told. */
  language?: string;
}

function addCopy(format: FormatContext, { codecpar, timeBase, language }: CopySource): Stream {
  const stream = format.newStream(null);
  must(codecpar.copy(stream.codecpar), 'describe a stream');
  // A mark of the container that it came from may mean nothing in this one.
  stream.codecpar.codecTag = 0;
  stream.timeBase = timeBase;
  if (language !== undefined) stream.metadata = Dictionary.fromObject({ language });
  return stream;
}

function copyTrack(format: FormatContext, { timeBase }: CopySource, stream: Stream): CopiedTrack {
  return {
    write: async (packet) => {
      packet.rescaleTs(timeBase, stream.timeBase);
      packet.streamIndex = stream.index;
      must(await format.interleavedWriteFrame(packet), 'write');
    },
  };
}

function addStream(format: FormatContext, encoder: CodecContext): Stream {
  const stream = format.newStream(null);
  must(stream.codecpar.fromContext(encoder), 'describe a stream');
  stream.timeBase = encoder.timeBase;
  stream.avgFrameRate = encoder.framerate;
  stream.sampleAspectRatio = encoder.sampleAspectRatio;
  return stream;
}

function track(format: FormatContext, encoder: CodecContext, stream: Stream): Mp4Track {
  const packet = new Packet();
  packet.alloc();
  const from = encoder.timeBase;
  const sent = { packets: 0, bytes: 0 };
  return {
    sent,
    encode: async (frame) => {
      must(await encoder.sendFrame(frame), 'encode');
      for (;;) {
        const result = await encoder.receivePacket(packet);
        if (isDrained(result)) return;
        must(result, 'encode');
        // A frame of video lasts one tick; without it the last one would last none, and the clip be a frame short.
        if (packet.duration === 0n) packet.duration = 1n;
        sent.packets += 1;
        sent.bytes += packet.size;
        packet.rescaleTs(from, stream.timeBase);
        packet.streamIndex = stream.index;
        must(await format.interleavedWriteFrame(packet), 'write');
      }
    },
  };
}
