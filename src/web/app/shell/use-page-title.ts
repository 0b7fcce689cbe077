import { useEffect } from 'react';
import { useLanguage } from '../language/language-context.ts';

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  const { say } = useLanguage();
  const app = say('appName');
  useEffect(() => {
    document.title = title === app ? app : `${title} · ${app}`;
  }, [title, app]);
}
