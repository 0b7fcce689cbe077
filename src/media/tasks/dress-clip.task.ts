import { rm } from 'node:fs/promises';
import { AVERROR_EOF } from 'node-av/constants';
import { Packet } from 'node-av/lib';
import { answer } from '../contained-task.ts';
import { signFile } from '../credentials/sign-file.ts';
import type { SigningIdentity } from '../credentials/signing-identity.ts';
import type { Dress } from '../media-tools.ts';
import { must } from '../video/ffmpeg-result.ts';
import { openMp4 } from '../video/mp4-file.ts';
import { openVideo } from '../video/open-video.ts';
import { subtitlePackets, subtitleSource } from '../video/subtitle-track.ts';

export interface DressInput extends Dress {
  path: string;
  toPath: string;
  /** Null where nothing is signed. */
  identity: SigningIdentity | null;
}

answer<DressInput, null>(async ({ identity, ...input }) => {
  if (identity === null) await write(input, input.toPath);
  else {
    const unsigned = `${input.toPath}.unsigned.mp4`;
    try {
      await write(input, unsigned);
      await signFile(unsigned, input.toPath, input, identity);
    } finally {
      await rm(unsigned, { force: true });
    }
  }
  return null;
});

async function write({ path, cues, language, tags }: Omit<DressInput, 'identity'>, toPath: string): Promise<void> {
  await using opened = await openVideo(path);
  const streams = [opened.video, ...(opened.audio === null ? [] : [opened.audio])];
  const copies = [...streams, ...(cues.length > 0 ? [subtitleSource(language)] : [])];
  const file = await openMp4(toPath, [], { copies, tags });
  try {
    for (const packet of subtitlePackets(cues)) await file.copied.at(-1)?.write(packet);
    using packet = new Packet();
    packet.alloc();
    for (;;) {
      const result = await opened.format.readFrame(packet);
      if (result === AVERROR_EOF) break;
      must(result, 'read');
      const place = streams.findIndex(({ index }) => index === packet.streamIndex);
      await file.copied[place]?.write(packet);
      packet.unref();
    }
    await file.finish();
  } finally {
    await file.close();
  }
}
