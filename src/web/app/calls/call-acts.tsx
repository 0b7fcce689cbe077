import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeskCall } from '../../api/contract-of-calls.ts';
import { useCallAct } from '../api/use-calls.ts';
import type { Role } from '../api/use-invite.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './calls-page.module.css';

/** What may be done with a call by somebody in that role. */
export function CallActs({ call, role, onChange }: { call: DeskCall; role: Role; onChange: () => void }) {
  const { language, say } = useLanguage();
  const act = useCallAct();
  const [closing, setClosing] = useState(false);
  const { id, state, theme, pictureUrl, paused } = call;
  const isOpen = state === 'open' || state === 'paused';
  const isPlanned = state === 'not-open-yet';
  if (role !== 'lead' && role !== 'operator') return null;
  return (
    <div className={styles.acts}>
      {act.error && !closing ? <ProblemNotice error={act.error} /> : null}
      {isOpen || paused ? (
        <Button
          size="compact-md"
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate({ act: paused ? 'resume' : 'pause', id })}
        >
          {say(paused ? 'callResume' : 'callPause')}
        </Button>
      ) : null}
      {role === 'operator' ? (
        <>
          <Button size="compact-md" variant="default" onClick={onChange}>
            {say('callChange')}
          </Button>
          <label className={styles.file}>
            {say(pictureUrl ? 'callPictureAnother' : 'callPictureChoose')}
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp"
              onChange={(event) => {
                const picture = event.currentTarget.files?.[0];
                if (picture) act.mutate({ act: 'picture', id, picture });
                event.currentTarget.value = '';
              }}
            />
          </label>
          {pictureUrl ? (
            <Button size="compact-md" variant="default" onClick={() => act.mutate({ act: 'drop-picture', id })}>
              {say('callPictureDrop')}
            </Button>
          ) : null}
        </>
      ) : null}
      {isOpen || isPlanned ? (
        <Button size="compact-md" variant="default" onClick={() => setClosing(true)}>
          {say(isPlanned ? 'callDrop' : 'callClose')}
        </Button>
      ) : null}
      {closing ? (
        <Dialog
          title={say(isPlanned ? 'callDropTitle' : 'callCloseTitle', { theme: theme[language] })}
          onClose={() => setClosing(false)}
        >
          <div className={styles.sheet}>
            <p>{isPlanned ? say('callDropBody') : say('callCloseBody', { count: call.terms.choosingHours })}</p>
            {act.error ? <ProblemNotice error={act.error} /> : null}
            <Button
              loading={act.isPending}
              onClick={() => act.mutate({ act: 'close', id }, { onSuccess: () => setClosing(false) })}
            >
              {say(isPlanned ? 'callDrop' : 'callClose')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
