import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import type { Say } from './say.ts';
import type { Writer } from './write-values.ts';

export interface LanguageOfPage {
  language: Language;
  direction: 'ltr' | 'rtl';
  say: Say;
  write: Writer;
  changeLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageOfPage | null>(null);

export function useLanguage(): LanguageOfPage {
  const value = useContext(LanguageContext);
  if (!value) throw new Error('useLanguage stands outside LanguageProvider');
  return value;
}
