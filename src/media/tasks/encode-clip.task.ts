import { answer } from '../contained-task.ts';
import { type ClipSettings, writeClip } from '../video/write-clip.ts';

answer<ClipSettings, null>(async (settings, onProgress) => {
  await writeClip(settings, onProgress);
  return null;
});
