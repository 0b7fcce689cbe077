import { Checkbox } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import styles from './calls-page.module.css';

/** Names that are the same in every language. */
export const PLATFORM_NAMES: Readonly<Record<string, string>> = { discord: 'Discord', x: 'X' };

interface PlatformChoiceProps {
  legend: string;
  platforms: readonly string[];
  chosen: readonly string[];
  whole?: boolean;
  onChange: (chosen: string[]) => void;
}

/** Any number of the platforms that there are. */
export function PlatformChoice({ legend, platforms, chosen, whole, onChange }: PlatformChoiceProps) {
  const { say } = useLanguage();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {platforms.map((platform) => {
        const name = platform === 'room' ? say('callPlatformRoom') : (PLATFORM_NAMES[platform] ?? platform);
        return (
          <Checkbox
            key={platform}
            label={whole ? say('callPlatformAll', { platform: { said: name } }) : name}
            checked={chosen.includes(platform)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, platform] : chosen.filter((other) => other !== platform),
              )
            }
          />
        );
      })}
    </fieldset>
  );
}
