import { answer } from '../contained-task.ts';
import { type ClipSettings, type WrittenClip, writeClip } from '../video/write-clip.ts';

answer<ClipSettings, WrittenClip>(writeClip);
