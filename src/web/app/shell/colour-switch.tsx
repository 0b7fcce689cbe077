import { useMantineColorScheme } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from '../parts/icon.tsx';
import styles from './switches.module.css';

const TURN = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const ICON = { auto: 'device', light: 'sun', dark: 'moon' } as const;
const NAME = { auto: 'coloursAuto', light: 'coloursLight', dark: 'coloursDark' } as const;

/** Goes round: as on the device, light, dark. */
export function ColourSwitch() {
  const { say } = useLanguage();
  // To hold transitions back, Mantine would write an inline style, which the security policy does not allow.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const name = `${say('colours')}: ${say(NAME[colorScheme])}`;
  return (
    <button
      type="button"
      className={styles.colours}
      aria-label={name}
      title={name}
      onClick={() => setColorScheme(TURN[colorScheme])}
    >
      <Icon name={ICON[colorScheme]} />
    </button>
  );
}
