import type { RoomInfo } from '../../../api/contract-of-room.ts';
import { useLanguage } from '../../language/language-context.ts';
import { type Choice, ChoiceRow } from '../../parts/choice-row.tsx';
import styles from './option-panel.module.css';
import { type OptionName, readOption, writeOption } from './option-text.ts';
import { SecondsSlider } from './seconds-slider.tsx';
import { ShapeSign } from './shape-sign.tsx';

const SHAPES = [
  ['16:9', 'shapeWide'],
  ['9:16', 'shapeTall'],
  ['1:1', 'shapeSquare'],
  ['4:5', 'shapePortrait'],
  ['21:9', 'shapeCinema'],
] as const;

const SOUND_TEXT = { none: 'soundNone', ambience: 'soundAmbience', narration: 'soundNarration' } as const;
const ANY = 'any';

interface OptionPanelProps {
  text: string;
  room: RoomInfo | undefined;
  onChange: (text: string) => void;
}

/** Writes options into the text; it shows what the text says, whoever wrote it there. */
export function OptionPanel({ text, room, onChange }: OptionPanelProps) {
  const { say } = useLanguage();
  const set = (name: OptionName, value: string | null) => onChange(writeOption(text, name, value));
  const chosen = (name: OptionName) => readOption(text, name);
  const sounds = (['none', 'ambience', 'narration'] as const).filter((sound) => room?.engine.sounds.includes(sound));
  const shapes: Choice<string>[] = [
    { value: ANY, label: say('shapeAuto') },
    ...SHAPES.map(([value, key]) => ({ value, label: say(key), sign: <ShapeSign shape={value} /> })),
  ];
  return (
    <div className={styles.panel}>
      <ChoiceRow
        legend={say('shape')}
        choices={shapes}
        value={chosen('ar') ?? ANY}
        onChange={(value) => set('ar', value === ANY ? null : value)}
      />
      <SecondsSlider
        value={chosen('seconds')}
        longest={room?.engine.maxSeconds ?? 10}
        onChange={(seconds) => set('seconds', seconds)}
      />
      {sounds.length > 1 ? (
        <ChoiceRow
          legend={say('sound')}
          choices={[
            { value: ANY, label: say('soundAuto') },
            ...sounds.map((sound) => ({ value: sound as string, label: say(SOUND_TEXT[sound]) })),
          ]}
          value={chosen('sound')?.toLowerCase() ?? ANY}
          onChange={(value) => set('sound', value === ANY ? null : value)}
        />
      ) : null}
      <label className={styles.style}>
        <span>{say('style')}</span>
        <input
          type="text"
          dir="auto"
          maxLength={40}
          placeholder={say('styleHint')}
          value={chosen('style') ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value.replace(/["\n]/g, '').trimStart();
            set('style', value === '' ? null : value);
          }}
        />
      </label>
      <p className={styles.hint}>{say('optionsHint')}</p>
    </div>
  );
}
