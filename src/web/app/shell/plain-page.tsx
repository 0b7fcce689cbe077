import type { ReactNode } from 'react';
import { StageMark } from '../parts/stage-mark.tsx';
import styles from './plain-page.module.css';

interface PlainPageProps {
  title: string;
  /** Above the title; our mark unless it is something else. */
  scene?: ReactNode;
  children: ReactNode;
}

/** A page with one thing to say, and perhaps one to do. */
export function PlainPage({ title, scene = <StageMark size={64} />, children }: PlainPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.scene}>{scene}</div>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
