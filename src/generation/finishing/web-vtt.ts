import type { Cue } from '../../media/media-tools.ts';

/** Cues as WebVTT (W3C, Candidate Recommendation of 2019). */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${inCue(text)}`);
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (unit: number, size: number, digits: number) =>
    String(Math.floor(thousandths / unit) % size).padStart(digits, '0');
  return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
}

/** A cue ends at an empty line, and `-->` may not stand in it. */
function inCue(text: string): string {
  const oneLine = text.replace(/\s+/gu, ' ').trim();
  return oneLine.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
