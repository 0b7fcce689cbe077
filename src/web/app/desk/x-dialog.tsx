import type { PlatformMoney } from '../../api/contract-of-x.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import styles from './x-dialog.module.css';
import { XMoney } from './x-money.tsx';

/** What X costs. */
export function XDialog({ money, onClose }: { money: PlatformMoney; onClose: () => void }) {
  const { say } = useLanguage();
  return (
    <Dialog wide title={say('xTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        <XMoney money={money} />
      </div>
    </Dialog>
  );
}
