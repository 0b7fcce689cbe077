import { Button } from '@mantine/core';
import { useState } from 'react';
import { sayPlatform } from '../../../wording/say-platform.ts';
import type { Self } from '../../api/contract-of-mine.ts';
import { useDeleteEverything } from '../api/use-mine.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import dialogStyles from '../room/own-post-actions.module.css';
import styles from './mine-page.module.css';

/** Everything that is kept of one: as a file, and away with it. */
export function KeptOfMe({ self, onDeleted }: { self: Self; onDeleted: (count: number) => void }) {
  const { say } = useLanguage();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteEverything(self.platform);
  return (
    <section aria-labelledby="mine-kept" className={styles.section}>
      <h2 id="mine-kept">{say('mineKept')}</h2>
      <p className={styles.soft}>{say('mineKeptHint')}</p>
      {self.deleting ? <p className={styles.done}>{say('mineDeleting')}</p> : null}
      <div className={styles.actions}>
        <Button component="a" variant="default" href={`/api/mine/${self.platform}/export`} download="open-call.json">
          {say('mineExport')}
        </Button>
        <Button variant="default" className={styles.danger} onClick={() => setAsking(true)}>
          {say('mineDelete')}
        </Button>
      </div>
      {asking ? (
        <DeleteDialog
          self={self}
          remove={remove}
          onDeleted={(count) => {
            setAsking(false);
            onDeleted(count);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}

interface DeleteDialogProps {
  self: Self;
  remove: ReturnType<typeof useDeleteEverything>;
  onDeleted: (count: number) => void;
  onClose: () => void;
}

/** Says what goes and what must stay, and wants to hear twice that it is meant. */
function DeleteDialog({ self, remove, onDeleted, onClose }: DeleteDialogProps) {
  const { say, language } = useLanguage();
  const [sure, setSure] = useState(false);
  const gone = ['mineGoneRequests', 'mineGoneClips', 'mineGoneVotes', 'mineGoneFiles'] as const;
  const stays = ['mineStaysCourse', 'mineStaysCopies'] as const;
  const elsewhere =
    self.platform === 'room' ? null : say('mineStaysElsewhere', { platform: sayPlatform(language, self.platform) });
  return (
    <Dialog title={say('mineDeleteTitle')} onClose={onClose}>
      <div className={styles.what}>
        <h3>{say('mineGone')}</h3>
        <ul>
          {gone.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <h3>{say('mineStays')}</h3>
        <ul>
          {stays.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
          {elsewhere ? <li>{elsewhere}</li> : null}
        </ul>
        <label className={styles.sure}>
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
          {say('mineSure')}
        </label>
      </div>
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
      <div className={dialogStyles.buttons}>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button
          disabled={!sure}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: ({ count }) => onDeleted(count) })}
        >
          {say('mineDelete')}
        </Button>
      </div>
    </Dialog>
  );
}
