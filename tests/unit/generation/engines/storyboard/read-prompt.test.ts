import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../../../src/generation/engines/storyboard/read-prompt/read-prompt.ts';
import {
  CAMERA_MOVES,
  COLOURS,
  MOTIONS,
  SETTINGS,
  STYLES,
  WEATHERS,
} from '../../../../../src/generation/prompt-words/stage-reading.ts';

const first = (prompt: string) => readPrompt(prompt).subjects[0];

describe('readPrompt', () => {
  it('reads a scene in English', () => {
    const reading = readPrompt('A red paper boat sails down a rainy street at night, zoom in, watercolor');
    expect(reading).toMatchObject({ setting: 'street', time: 'night', weather: 'rain', style: 'watercolour' });
    expect(reading.camera.move).toBe('zoom-in');
    expect(reading.subjects).toMatchObject([{ sprite: 'paper-boat', colour: 'red', count: 1, motion: 'sail' }]);
  });

  it('reads the same scene in Arabic', () => {
    const reading = readPrompt('قارب ورقي أحمر يبحر في شارع ممطر ليلا');
    expect(reading).toMatchObject({ setting: 'street', time: 'night', weather: 'rain' });
    expect(reading.subjects).toMatchObject([{ sprite: 'paper-boat', colour: 'red', count: 1, motion: 'sail' }]);
  });

  it('takes an Arabic “to” for no robot, which is written almost so', () => {
    const reading = readPrompt('قطة تنظر من نافذة إلى شارع ماطر');
    expect(reading).toMatchObject({ setting: 'street', weather: 'rain' });
    expect(reading.subjects.map(({ sprite }) => sprite)).not.toContain('robot');
    expect(first('روبوت يرقص')).toMatchObject({ sprite: 'robot' });
  });

  it.each([
    ['two black cats dancing', { sprite: 'cat', count: 2, colour: 'black', motion: 'dance' }],
    ['a flock of geese', { sprite: 'goose', count: 7 }],
    ['a very tall diplodocus', { sprite: 'sauropod', count: 1 }],
    ['a lawn with dogs', { sprite: 'dog', count: 3 }],
    ['a field of flowers', { sprite: 'tulip', count: 3 }],
    ['three yellow umbrellas', { sprite: 'umbrella', count: 3, colour: 'yellow' }],
    ['a sleeping fox', { sprite: 'fox', motion: 'rest' }],
    ['قطتان سوداوان تلعبان', { sprite: 'cat', count: 2, colour: 'black', motion: 'dance' }],
    ['الطيور تطير فوق البحر', { sprite: 'bird', count: 3, motion: 'fly' }],
    ['ثلاثة جمال في الصحراء', { sprite: 'camel', count: 3 }],
    ['🐱🐶', { sprite: 'cat-face', count: 1 }],
    ['a person surfing', { sprite: 'person-surfing' }],
  ])('finds the subject of %j', (prompt, expected) => {
    expect(first(prompt)).toMatchObject(expected);
  });

  it.each([
    ['a shark', 'underwater'],
    ['a shark and a seagull in the harbor', 'sea'],
    ['an astronaut', 'space'],
    ['a cat in the forest under a starry sky', 'forest'],
    ['a bird and a cat', 'meadow'],
    ['جمل يمشي في الصحراء عند الغروب', 'desert'],
    ['a dolphin jumps over a rowboat', 'sea'],
    ['a beach in spring, waves lapping on the sand', 'beach'],
    ['a toothbrush', 'room'],
    ['an apple and a squirrel', 'meadow'],
    ['The Starry Night', 'village'],
    ['a cat asleep on an armchair', 'room'],
    ['قطة برتقالية تنام على نافذة', 'room'],
    ['a person is knitting', 'room'],
    ['an old man', 'meadow'],
    ['a couple caught in a heavy downpour with umbrellas', 'street'],
    ['marsh', 'lake'],
    ['blorfing wug', 'stage'],
    ['', 'stage'],
  ])('sets %j in the %s', (prompt, setting) => {
    expect(readPrompt(prompt).setting).toBe(setting);
  });

  it('cuts out nothing that the backdrop shows already', () => {
    const reading = readPrompt('three hot air balloons over snowy mountains');
    expect(reading.setting).toBe('mountains');
    expect(reading.subjects.map(({ sprite }) => sprite)).toEqual(['hot-air-balloon']);
  });

  it('leaves out what the prompt does not want', () => {
    expect(readPrompt('a lake without any boats').subjects).toEqual([]);
    expect(readPrompt('no dogs allowed').subjects).toEqual([]);
  });

  it('takes no words of manner for things', () => {
    expect(readPrompt('a shark in the ocean, Van Gogh style').subjects).toMatchObject([{ sprite: 'shark' }]);
    expect(readPrompt('a house', 'oil painting').style).toBe('oil');
  });

  it('keeps the order in which the prompt sets things', () => {
    const [bicycle, car] = readPrompt('a bicycle on the left of a car').subjects;
    expect(bicycle).toMatchObject({ sprite: 'bicycle', placement: 'left' });
    expect(car).toMatchObject({ sprite: 'automobile', placement: null });
  });

  it('keeps the caption, with its spaces tidied and its joiners kept', () => {
    expect(readPrompt('  a\n\n  cat ').caption).toBe('a cat');
    expect(readPrompt('می\u200cروم').caption).toBe('می\u200cروم');
    expect(readPrompt('x'.repeat(5000)).caption.length).toBeLessThanOrEqual(601);
  });

  it('takes any text, and stays within bounds', () => {
    const word = fc.constantFrom(
      'cat',
      'two',
      'red',
      '100',
      'قطتان',
      'الـ',
      '🐱',
      '👨‍👩‍👧',
      'no',
      '.',
      'on top of',
      'ﷺ',
      '\u202e',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (prompt) => {
        const reading = readPrompt(prompt);
        expect(readPrompt(prompt)).toEqual(reading);
        expect(SETTINGS).toContain(reading.setting);
        expect(WEATHERS).toContain(reading.weather);
        expect(CAMERA_MOVES).toContain(reading.camera.move);
        expect([null, ...STYLES]).toContain(reading.style);
        expect(reading.subjects.length).toBeLessThanOrEqual(6);
        for (const { count, motion, colour } of reading.subjects) {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(9);
          expect(MOTIONS).toContain(motion);
          expect([null, ...COLOURS]).toContain(colour);
        }
      }),
      { numRuns: 300 },
    );
  });
});
