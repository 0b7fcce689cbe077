import { useDirection } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { DIRECTION, type Language } from './language.ts';
import { LanguageContext } from './language-context.ts';
import { languageOfPage, rememberLanguage } from './remember-language.ts';
import { createSay } from './say.ts';
import { createWriter } from './write-values.ts';

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(languageOfPage);
  const { setDirection } = useDirection();
  const value = useMemo(
    () => ({
      language,
      direction: DIRECTION[language],
      say: createSay(language),
      write: createWriter(language),
      changeLanguage(next: Language) {
        rememberLanguage(next);
        setDirection(DIRECTION[next]);
        setLanguage(next);
      },
    }),
    [language, setDirection],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}
