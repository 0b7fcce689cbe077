import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import styles from './command-palette.module.css';

export interface Command {
  id: string;
  text: string;
  /** The key that does the same, as it is shown. */
  key?: string;
  run: () => void;
}

interface CommandPaletteProps {
  commands: readonly Command[];
  onClose: () => void;
}

/**
 * All that can be done here and now, found by its name. In the browser's own dialog: Mantine's would write a style into
 * the page, which the security policy forbids.
 */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const { language, say } = useLanguage();
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const wanted = sought.trim().toLocaleLowerCase(language);
  const found = commands.filter(({ text }) => text.toLocaleLowerCase(language).includes(wanted));
  const active = found[Math.min(at, found.length - 1)];

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.run();
  }

  function onKey(event: React.KeyboardEvent) {
    if (event.key === 'Enter') run(active);
    else if (event.key === 'ArrowDown') setAt((place) => (place + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((place) => (place - 1 + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={say('palette')} onClose={onClose}>
      <div className={styles.palette}>
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={active ? `${list}-${active.id}` : undefined}
          label={say('paletteFind')}
          autoComplete="off"
          dir="auto"
          value={sought}
          onKeyDown={onKey}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            setAt(0);
          }}
        />
        {found.length === 0 ? <p role="status">{say('paletteNothing')}</p> : null}
        <div id={list} role="listbox" aria-label={say('palette')} tabIndex={-1}>
          {found.map((command) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={command.id}
              id={`${list}-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command === active}
              className={styles.command}
              onClick={() => run(command)}
            >
              {command.text}
              {command.key ? (
                <span className={styles.key} aria-hidden="true">
                  {command.key}
                </span>
              ) : null}
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
