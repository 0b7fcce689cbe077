import type { RoomInfo } from '../../../api/contract-of-room.ts';
import { useLanguage } from '../../language/language-context.ts';
import { Icon } from '../../parts/icon.tsx';
import styles from './composer.module.css';
import { typeNames } from './use-picture.ts';

interface PictureButtonProps {
  limits: RoomInfo['picture'] | undefined;
  onChoose: (file: File) => void;
}

export function PictureButton({ limits, onChoose }: PictureButtonProps) {
  const { say, write } = useLanguage();
  const told = limits
    ? say('pictureLimits', { types: typeNames(limits.types, write.anyOf), size: write.bytes(limits.maxBytes) })
    : '';
  return (
    <label className={styles.tool} title={told}>
      <Icon name="picture" />
      <span>{say('addPicture')}</span>
      <input
        type="file"
        accept={limits?.types.join(',') ?? 'image/*'}
        aria-label={`${say('addPicture')} (${told})`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onChoose(file);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
