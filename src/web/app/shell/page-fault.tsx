import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useLanguage } from '../language/language-context.ts';
import styles from './plain-page.module.css';

function FaultNotice() {
  const { say } = useLanguage();
  return (
    <div className={styles.page} role="alert">
      <h1>{say('brokenTitle')}</h1>
      <p>{say('brokenBody')}</p>
      <Button onClick={() => location.reload()}>{say('reload')}</Button>
    </div>
  );
}

/** What is shown in place of a page that threw; React knows only classes for that. */
export class PageFault extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <FaultNotice /> : this.props.children;
  }
}
