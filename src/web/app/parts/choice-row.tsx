import { type ReactNode, useId } from 'react';
import styles from './choice-row.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  sign?: ReactNode;
}

interface ChoiceRowProps<Value extends string> {
  legend: string;
  /** Whether the legend is seen, or only read out. */
  quiet?: boolean;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few: real radio buttons, so arrows and screen readers know what they are. */
export function ChoiceRow<Value extends string>({ legend, quiet, choices, value, onChange }: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={quiet ? 'unseen' : styles.legend}>{legend}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.sign}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
