import { useState } from 'react';
import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { ClipPlayer } from '../parts/clip-player.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { VoteButton } from '../parts/vote-button.tsx';
import { ClipPreview } from './clip-preview.tsx';
import styles from './results-page.module.css';

/** A clip in the results: it plays silently under the pointer or focus, and with sound when opened. */
export function ResultCard({ request, rank }: { request: RequestView; rank: number | null }) {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const { clip } = request;
  if (!clip) return null;
  const by = say('askedBy', { name: request.requesterName });
  return (
    <li>
      <article className={styles.card} aria-label={say('clipOf', { caption: clip.caption })}>
        <ClipPreview request={request} clip={clip} rank={rank} onOpen={() => setOpen(true)} />
        <p className={styles.prompt} dir="auto" lang={request.locale} title={request.prompt}>
          {request.prompt}
        </p>
        <div className={styles.foot}>
          <p className={styles.by}>
            {by}
            <br />
            {say('votes', { count: clip.votes })}
            {clip.viewers > 0 ? ` ${say('viewers', { count: clip.viewers })}` : ''}
            {clip.likesOnX !== null ? (
              <>
                <br />
                {say('likesOnX', { count: clip.likesOnX })}
              </>
            ) : null}
          </p>
          <VoteButton request={request} target="clip" />
        </div>
      </article>
      {open ? (
        <Dialog wide quietTitle title={say('clipOf', { caption: clip.caption })} onClose={() => setOpen(false)}>
          <div className={styles.full}>
            <ClipPlayer requestId={request.id} clip={clip} playNow />
            <p dir="auto" lang={request.locale}>
              {request.prompt}
            </p>
            <div className={styles.fullFoot}>
              <span className={styles.by}>
                {by}
                {clip.likesOnX !== null ? ` · ${say('likesOnX', { count: clip.likesOnX })}` : ''}
              </span>
              <VoteButton request={request} target="clip" />
            </div>
          </div>
        </Dialog>
      ) : null}
    </li>
  );
}
