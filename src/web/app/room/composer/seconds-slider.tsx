import { useId } from 'react';
import { useLanguage } from '../../language/language-context.ts';
import styles from './option-panel.module.css';

/** Where the slider rests while no length was asked for. */
const RESTS_AT = 5;

interface SecondsSliderProps {
  /** As it stands in the text, perhaps no number. */
  value: string | null;
  longest: number;
  onChange: (seconds: string | null) => void;
}

export function SecondsSlider({ value, longest, onChange }: SecondsSliderProps) {
  const { say } = useLanguage();
  const id = useId();
  const seconds = Number.parseFloat(value ?? '');
  const known = Number.isFinite(seconds);
  const words = known ? say('seconds', { count: seconds }) : say('lengthAuto');
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {say('length')}
      </label>
      <div className={styles.seconds}>
        <input
          id={id}
          type="range"
          className={styles.slider}
          min={1}
          max={longest}
          step={1}
          value={known ? Math.min(longest, Math.max(1, seconds)) : RESTS_AT}
          aria-valuetext={words}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <output htmlFor={id} className={styles.length}>
          {words}
        </output>
        {known ? (
          <button type="button" className={styles.clear} onClick={() => onChange(null)}>
            {say('clear')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
