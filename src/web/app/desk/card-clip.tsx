import type { ClipView, DeskCard } from '../../api/contract.ts';
import { isVeiled, useCare } from '../api/use-care.ts';
import { useLanguage } from '../language/language-context.ts';
import { ClipPlayer } from '../parts/clip-player.tsx';
import styles from './request-card.module.css';
import { seesSomething } from './sees-something.ts';
import { Veil } from './veil.tsx';

/** The clip; where a curator is to decide about it or it was held back, its frames at a glance too, veiled where need be. */
export function CardClip({ card, clip }: { card: DeskCard; clip: ClipView }) {
  const { say } = useLanguage();
  const care = useCare();
  const { request, attention } = card;
  // One that is in review again was held back before.
  const heldBack = request.state === 'blocked' || request.state === 'in-review';
  const grave = heldBack || (attention !== null && seesSomething(card.flags));
  return (
    <Veil grave={grave}>
      <ClipPlayer requestId={request.id} clip={clip} muted={care.silent && isVeiled(care, grave)} />
      {heldBack || attention ? (
        <img className={styles.frames} src={clip.contactSheetUrl} alt={say('contactSheet')} />
      ) : null}
    </Veil>
  );
}
