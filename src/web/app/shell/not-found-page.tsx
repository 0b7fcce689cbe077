import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import styles from './plain-page.module.css';
import { usePageTitle } from './use-page-title.ts';

export function NotFoundPage() {
  const { say } = useLanguage();
  usePageTitle(say('notFoundTitle'));
  return (
    <div className={styles.page}>
      <div className={styles.scene}>
        <PaperScene />
      </div>
      <h1>{say('notFoundTitle')}</h1>
      <p>{say('notFoundBody')}</p>
      <Button component={Link} to="/">
        {say('toRoom')}
      </Button>
    </div>
  );
}
