import { type DragEvent, useState } from 'react';
import { useVerify } from '../api/use-verify.ts';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { VerificationResult } from './verification-result.tsx';
import styles from './verify-page.module.css';

/** As the interface takes them; it says so by itself where it does not. */
const LIMITS = { maxBytes: 100 * 1024 * 1024, types: 'video/mp4,video/webm,video/quicktime' };

/** Tells where a video comes from that is dropped on it or chosen. */
export function VerifyPage() {
  const { say, write } = useLanguage();
  usePageTitle(say('verifyTitle'));
  const { mutate, data, error, isPending, variables: file, reset } = useVerify();
  const [tooLarge, setTooLarge] = useState(false);

  function look(next: File | undefined) {
    if (!next || isPending) return;
    reset();
    setTooLarge(next.size > LIMITS.maxBytes);
    if (next.size <= LIMITS.maxBytes) mutate(next);
  }
  return (
    <div className={styles.page}>
      <h1>{say('verifyTitle')}</h1>
      <p className={styles.soft}>{say('verifyLead')}</p>
      <DropPlace busy={isPending} again={data !== undefined} onFile={look} />
      <div role="status">
        {isPending && file ? <p className={styles.looking}>{say('verifyLooking', { name: file.name })}</p> : null}
        {tooLarge ? (
          <p className={styles.problem}>{say('verifyTooLarge', { size: write.bytes(LIMITS.maxBytes) })}</p>
        ) : null}
        {data ? <VerificationResult verification={data} /> : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </div>
  );
}

function DropPlace({
  busy,
  again,
  onFile,
}: {
  busy: boolean;
  again: boolean;
  onFile: (file: File | undefined) => void;
}) {
  const { say, write } = useLanguage();
  const [dropping, setDropping] = useState(false);
  const limits = say('verifyLimits', {
    types: write.anyOf(['MP4', 'WebM', 'MOV']),
    size: write.bytes(LIMITS.maxBytes),
  });
  return (
    // The label is a button for those who cannot drop: its field is reached by the keyboard.
    <label
      className={styles.drop}
      data-dropping={dropping || undefined}
      data-busy={busy || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setDropping(false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <Icon name="play" size={28} />
      <span className={styles.ask}>{say('verifyDrop')}</span>
      <span className={styles.button}>{say(again ? 'verifyAnother' : 'verifyChoose')}</span>
      <span className={styles.soft}>{limits}</span>
      <input
        type="file"
        accept={LIMITS.types}
        disabled={busy}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
