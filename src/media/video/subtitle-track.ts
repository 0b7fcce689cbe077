import { AV_CODEC_ID_MOV_TEXT, AVMEDIA_TYPE_SUBTITLE } from 'node-av/constants';
import { CodecParameters, Packet, Rational } from 'node-av/lib';
import type { Cue } from '../media-tools.ts';
import type { CopySource } from './mp4-file.ts';

/** Milliseconds. */
const TIME_BASE = new Rational(1, 1000);

const FONT = 'Sans-Serif';

/** A track of timed text (3GPP TS 26.245), which players list as subtitles. */
export function subtitleSource(language: string): CopySource {
  const codecpar = new CodecParameters();
  codecpar.alloc();
  codecpar.codecType = AVMEDIA_TYPE_SUBTITLE;
  codecpar.codecId = AV_CODEC_ID_MOV_TEXT;
  codecpar.extradata = sampleDescription();
  return { codecpar, timeBase: TIME_BASE, language };
}

/** One packet a cue: its length in bytes and its words. */
export function subtitlePackets(cues: readonly Cue[]): Packet[] {
  return cues.map(({ start, end, text }) => {
    const words = Buffer.from(text);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(words.length);
    const packet = new Packet();
    packet.alloc();
    packet.data = Buffer.concat([length, words]);
    packet.pts = packet.dts = BigInt(Math.round(start * 1000));
    packet.duration = BigInt(Math.round((end - start) * 1000));
    return packet;
  });
}

/** How the words look unless the player has its own mind: white, in the middle of the lower edge (TS 26.245, 5.16). */
function sampleDescription(): Buffer {
  const head = Buffer.alloc(30);
  head.writeInt8(1, 4);
  head.writeInt8(-1, 5);
  // The style: for no letters in particular, the first font, 18 points, white.
  head.writeUInt16BE(1, 22);
  head.writeUInt8(18, 25);
  head.writeUInt32BE(0xff_ff_ff_ff, 26);
  const table = Buffer.alloc(13 + FONT.length);
  table.writeUInt32BE(table.length, 0);
  table.write('ftab', 4, 'latin1');
  table.writeUInt16BE(1, 8);
  table.writeUInt16BE(1, 10);
  table.writeUInt8(FONT.length, 12);
  table.write(FONT, 13, 'latin1');
  return Buffer.concat([head, table]);
}
