import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';
import { useDeskKeys } from './use-desk-keys.ts';

interface NumberedChoicesProps<Value extends string> {
  /** Of the radio buttons. */
  name: string;
  legend: string;
  choices: readonly { value: Value; label: string }[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
  /** After a choice by its number: who presses keys goes on with what stands next. */
  onNumber: () => void;
}

/** Choices with a number each, by which they are chosen from anywhere on the desk. */
export function NumberedChoices<Value extends string>(props: NumberedChoicesProps<Value>) {
  const { name, legend, choices, chosen, onChoose, onNumber } = props;
  const { write } = useLanguage();
  const press = (value: Value) => {
    onChoose(value);
    onNumber();
  };
  useDeskKeys(Object.fromEntries(choices.map(({ value }, index) => [String(index + 1), () => press(value)])));
  return (
    <fieldset className={styles.reasons}>
      <legend className="unseen">{legend}</legend>
      {choices.map(({ value, label }, index) => (
        <label key={value} className={styles.reason}>
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span className={styles.key} aria-hidden="true">
            {write.number(index + 1)}
          </span>
          {label}
        </label>
      ))}
    </fieldset>
  );
}
