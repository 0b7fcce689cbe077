import { findProgram } from './find-program.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of the Chromium for tests: `TEST_CHROMIUM`, else one that is installed; null where there is none. */
export function findChromium(): string | null {
  return findProgram(process.env.TEST_CHROMIUM ? [process.env.TEST_CHROMIUM] : names);
}

/** Arguments that make it start as root, without a screen and without asking its maker for anything. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
