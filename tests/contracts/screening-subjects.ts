import type { PromptSubject } from '../../src/moderation/screening/screening.ts';
import type { Clip, StoredFile } from '../../src/requests/index.ts';

export function fileOf(type: string): StoredFile {
  return { sha256: 'a'.repeat(64), bytes: 1000, type };
}

export function subjectOf(prompt: string, rest: Partial<PromptSubject> = {}): PromptSubject {
  return { prompt, style: null, picture: null, locale: 'en', ...rest };
}

export function clipOf(rest: Partial<Clip> = {}): Clip {
  const file = fileOf('video/mp4');
  return {
    master: file,
    renditions: { room: file },
    poster: fileOf('image/jpeg'),
    contactSheet: fileOf('image/jpeg'),
    width: 1280,
    height: 720,
    seconds: 5,
    framesPerSecond: 24,
    engine: 'storyboard',
    look: { brightest: 140, contrast: 50, change: 20 },
    caption: 'a paper boat',
    altText: 'a paper boat',
    ...rest,
  };
}
