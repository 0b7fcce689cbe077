import { DECLINE_REASONS } from '../../../wording/decline-reasons.ts';
import { HOLD_SPANS } from '../../../wording/hold-spans.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import styles from './desk-keys.module.css';

const KEYS = [
  [['A'], 'keysApprove'],
  [['E'], 'keysEdit'],
  [['D', `1…${DECLINE_REASONS.length}`], 'keysDecline'],
  [['S'], 'keysEscalate'],
  [['M', '1…9'], 'keysMerge'],
  [['H', `1…${HOLD_SPANS.length}`], 'keysHold'],
  [['Q'], 'keysAsk'],
  [['T'], 'keysSentence'],
  [['B'], 'keysReveal'],
  [['V'], 'keysPreview'],
  [['I'], 'keysStill'],
  [['J', 'K', '↓', '↑'], 'keysMove'],
  [['R'], 'keysRelease'],
  [['Z'], 'keysUndo'],
  [['X'], 'keysSelect'],
  [['P'], 'keysPalette'],
  [['Esc'], 'keysClose'],
  [['?'], 'keysHelp'],
] as const;

export function DeskKeys({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  return (
    <Dialog title={say('keysTitle')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
