import type { EnglishText } from './text.ts';

/** Texts of the pages about the shots of a clip and what curators see of it before it is made. */
export const shotsEnglish = {
  editedShots: 'What the engine is told',
  editedShotsHint: 'Left as it is, the shots follow the prompt above. Changed, they are made as they stand here.',
  preview: 'Storyboard',
  previewAsk: 'Storyboard first',
  previewDrawn: 'The storyboard is being drawn. It is only for curators.',
  shots: 'Shots',
  shotOf: 'Shot {number} of {count}',
  shotPlanned: 'not begun',
  shotStarting: 'being asked for',
  shotUncertain: 'may have been billed',
  shotRunning: 'at the engine',
  shotRendered: 'made, on its way',
  shotHere: 'here',
  shotFailed: 'failed',
  shotContinues: 'goes on from the shot before',
  shotCut: 'begins with a cut',
  shotCrossfade: 'melts out of the shot before',
  keysPreview: 'a storyboard first',
  didPreview: 'storyboard asked for',
} as const satisfies Record<string, EnglishText>;
