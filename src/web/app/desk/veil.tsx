import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { isVeiled, useCare } from '../api/use-care.ts';
import { useLanguage } from '../language/language-context.ts';
import { readKey } from './read-key.ts';
import styles from './veil.module.css';

/**
 * Blurred and without colour until a curator chooses to look, for as long as they have chosen: while they hold the button
 * or the key, or from then on. What is behind it can be neither played nor reached before. `grave`: whether screening saw
 * something in it, or a curator held it back.
 */
export function Veil({ grave, children }: { grave: boolean; children: ReactNode }) {
  const { say } = useLanguage();
  const care = useCare();
  const [lifted, setLifted] = useState(false);
  const down = isVeiled(care, grave);
  const held = care.reveal === 'while-held';
  const drop = () => held && setLifted(false);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.type === 'keyup') drop();
    else if (readKey(event) === 'b') setLifted(true);
  });
  const onLeave = useEffectEvent(drop);
  useEffect(() => {
    if (!down) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    const leave = () => onLeave();
    document.addEventListener('keydown', listen);
    document.addEventListener('keyup', listen);
    // A key that is let go of elsewhere is not told of here.
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('keydown', listen);
      document.removeEventListener('keyup', listen);
      window.removeEventListener('blur', leave);
    };
  }, [down]);

  if (!down || (lifted && !held)) return children;
  return (
    <div className={styles.veil}>
      <div className={lifted ? undefined : styles.behind} inert={!lifted}>
        {children}
      </div>
      <Button
        variant="default"
        className={styles.lift}
        aria-pressed={lifted}
        aria-keyshortcuts="B"
        onPointerDown={() => setLifted(true)}
        onPointerUp={drop}
        onPointerLeave={drop}
        onPointerCancel={drop}
        onBlur={drop}
        onKeyDown={({ key }) => (key === ' ' || key === 'Enter') && setLifted(true)}
        onClick={() => !held && setLifted(true)}
      >
        {say(held ? 'holdVeil' : 'liftVeil')}
      </Button>
    </div>
  );
}
