import { localStorageColorSchemeManager } from '@mantine/core';

/** The same key as in before-paint.js. */
export const keptColorScheme = localStorageColorSchemeManager({ key: 'open-call.colours' });
