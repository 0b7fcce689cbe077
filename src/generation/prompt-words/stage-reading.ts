/** Where a scene plays. Each has a backdrop of its own; `stage` is the bare theatre for words nobody knows. */
export const SETTINGS = [
  'meadow',
  'forest',
  'city',
  'street',
  'sea',
  'beach',
  'lake',
  'underwater',
  'mountains',
  'desert',
  'snowfield',
  'sky',
  'space',
  'room',
  'field',
  'village',
  'volcano',
  'stage',
] as const;
export type Setting = (typeof SETTINGS)[number];

export const TIMES_OF_DAY = ['dawn', 'day', 'sunset', 'night'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

export const WEATHERS = ['clear', 'rain', 'storm', 'snow', 'fog', 'wind', 'sunny'] as const;
export type Weather = (typeof WEATHERS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

export const CAMERA_MOVES = [
  'drift',
  'still',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'zoom-in',
  'zoom-out',
  'orbit',
] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

export const FRAMINGS = ['wide', 'middle', 'close'] as const;
export type Framing = (typeof FRAMINGS)[number];

export const STYLES = [
  'watercolour',
  'noir',
  'neon',
  'pixel',
  'sketch',
  'vintage',
  'oil',
  'ink',
  'comic',
  'pastel',
  'psychedelic',
] as const;
export type Style = (typeof STYLES)[number];

export const MOODS = ['calm', 'happy', 'sad', 'spooky', 'tense', 'grand'] as const;
export type Mood = (typeof MOODS)[number];

export const COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'black',
  'white',
  'brown',
  'grey',
  'gold',
  'turquoise',
] as const;
export type Colour = (typeof COLOURS)[number];

export const MOTIONS = [
  'sway',
  'walk',
  'run',
  'jump',
  'dance',
  'fly',
  'swim',
  'sail',
  'float',
  'fall',
  'spin',
  'drive',
  'roll',
  'climb',
  'rest',
  'shine',
  'explode',
] as const;
export type Motion = (typeof MOTIONS)[number];

export const EFFECTS = [
  'fireworks',
  'fire',
  'smoke',
  'bubbles',
  'leaves',
  'petals',
  'confetti',
  'sparkles',
  'notes',
] as const;
export type Effect = (typeof EFFECTS)[number];

export const KINDS = [
  'person',
  'animal',
  'bird',
  'fish',
  'insect',
  'boat',
  'vehicle',
  'aircraft',
  'spacecraft',
  'celestial',
  'plant',
  'building',
  'furniture',
  'food',
  'thing',
] as const;
export type Kind = (typeof KINDS)[number];

export const PLACEMENTS = ['left', 'right', 'above', 'below'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** One kind of cut-out on the stage. */
export interface SubjectReading {
  /** The word or words it was read from, in lower case. */
  word: string;
  /** The name of its drawing in the icon set, or of one of our own. */
  sprite: string;
  kind: Kind;
  /** 1 to 9. */
  count: number;
  colour: Colour | null;
  motion: Motion;
  /** Where the prompt wants it in relation to the others. */
  placement: Placement | null;
}

/** How the camera is led. */
export interface CameraReading {
  move: CameraMove;
  framing: Framing;
  shake: boolean;
  /** 1 is usual; slow motion is less, a time lapse more. Also of what moves on the stage. */
  speed: number;
}

/** What a prompt asks the theatre to show. Plain data; the same words always give the same reading. */
export interface StageReading {
  /** The prompt as it is shown below the stage: spaces tidied, nothing else. */
  caption: string;
  setting: Setting;
  time: TimeOfDay;
  weather: Weather;
  season: Season | null;
  camera: CameraReading;
  style: Style | null;
  mood: Mood;
  /** At most six, the ones named first. */
  subjects: SubjectReading[];
  /** Colours that belong to no subject: they tint the scene. */
  colours: Colour[];
  effects: Effect[];
}
