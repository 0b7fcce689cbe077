import { useLanguage } from '../../language/language-context.ts';
import { Icon } from '../../parts/icon.tsx';
import styles from './composer.module.css';

export function PicturePreview({ address, onRemove }: { address: string; onRemove: () => void }) {
  const { say } = useLanguage();
  return (
    <div className={styles.preview}>
      <img src={address} alt={say('picturePreview')} />
      <button type="button" aria-label={say('removePicture')} title={say('removePicture')} onClick={onRemove}>
        <Icon name="close" size={15} />
      </button>
    </div>
  );
}
