import type { Narration } from '../../../requests/index.ts';

/** Lines that are spoken as SubRip, the one form of subtitles that X has always taken. */
export function subRip(cues: Narration['cues']): string {
  return cues
    .map(({ start, end, text }, index) => `${index + 1}\n${clock(start)} --> ${clock(end)}\n${inCue(text)}\n`)
    .join('\n');
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (unit: number, size: number, digits: number) =>
    String(Math.floor(thousandths / unit) % size).padStart(digits, '0');
  return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)},${part(1, 1000, 3)}`;
}

/** A cue ends at an empty line, and `-->` tells a time; players take what stands between `<` and `>` for a tag. */
function inCue(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replaceAll('-->', '→')
    .replace(/[<>]/gu, (sign) => (sign === '<' ? '‹' : '›'));
}
