import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from './api/query-client.ts';
import { LanguageProvider } from './language/language-provider.tsx';
import { Pages } from './shell/pages.tsx';
import { keptColorScheme } from './theme/color-scheme.ts';
import { theme } from './theme/theme.ts';

/** Mantine's variables and classes come from files of ours (`theme/`): no inline style, so a strict policy holds. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <StrictMode>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          colorSchemeManager={keptColorScheme}
          defaultColorScheme="auto"
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <QueryClientProvider client={client}>
            <LanguageProvider>
              <BrowserRouter>
                <Pages />
              </BrowserRouter>
            </LanguageProvider>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  );
}
