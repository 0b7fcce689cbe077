import type { PlatformMoney } from '../../api/contract-of-x.ts';
import { useAnnouncements } from '../api/use-x.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { AnnouncementForm } from './announcement-form.tsx';
import styles from './x-dialog.module.css';
import { XMoney } from './x-money.tsx';

/** What X costs, and what is told to everybody there. */
export function XDialog({ money, onClose }: { money: PlatformMoney; onClose: () => void }) {
  const { say } = useLanguage();
  const { data, error } = useAnnouncements();
  return (
    <Dialog wide title={say('xTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        <XMoney money={money} />
        <section>
          <h3>{say('xAnnounce')}</h3>
          <p className={styles.soft}>{say('xAnnounceHint')}</p>
          {error ? <ProblemNotice error={error} /> : null}
          {data?.announcements.length === 0 ? <p>{say('xNothingToTell')}</p> : null}
          {data?.announcements.map((announcement) => (
            <AnnouncementForm key={`${announcement.callId} ${announcement.what}`} announcement={announcement} />
          ))}
        </section>
      </div>
    </Dialog>
  );
}
