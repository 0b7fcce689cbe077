import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import { PlainPage } from './plain-page.tsx';
import { usePageTitle } from './use-page-title.ts';

export function NotFoundPage() {
  const { say } = useLanguage();
  usePageTitle(say('notFoundTitle'));
  return (
    <PlainPage title={say('notFoundTitle')} scene={<PaperScene />}>
      <p>{say('notFoundBody')}</p>
      <Button component={Link} to="/">
        {say('toRoom')}
      </Button>
    </PlainPage>
  );
}
