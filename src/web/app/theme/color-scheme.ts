import { localStorageColorSchemeManager } from '@mantine/core';

/** The same key as in before-paint.js. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'open-call.colours' });
