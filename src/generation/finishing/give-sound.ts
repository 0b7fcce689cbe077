import type { FileStore } from '../../files/file-store.ts';
import type { Cue, MediaTools, MediaWork } from '../../media/media-tools.ts';
import { AdapterError, type Sound } from '../../requests/index.ts';
import { CLIP_DEFAULTS } from '../fit-to-engine.ts';
import type { SoundBed } from '../sound-bed.ts';
import type { Speech } from '../speech/speech.ts';
import type { RenditionSource } from './make-renditions.ts';
import { phrasesOf } from './phrases.ts';
import type { Scratch } from './scratch.ts';

export interface SoundWish {
  /** What was asked for; undefined where nothing was. */
  asked: Sound | undefined;
  /** What the engine was to bring. */
  brought: Sound;
  prompt: string;
  style: string | null;
  seed: number;
}

export interface SoundTools {
  files: FileStore;
  media: MediaTools;
  scratch: Scratch;
  /** Tried in this order. */
  voices: readonly Speech[];
  bed: SoundBed;
}

export interface Sounding {
  master: RenditionSource;
  sound: Sound;
  /** What is spoken and when; empty where nothing is. */
  cues: Cue[];
}

/**
 * Gives a clip the sound that it is to have. What the engine brought stays, unless silence was asked for; a clip
 * without any gets ambience and music; where narration was asked for and the engine has no voice, one speaks over it.
 */
export async function giveSound(
  master: RenditionSource,
  wish: SoundWish,
  tools: SoundTools,
  work?: MediaWork,
): Promise<Sounding> {
  const hasOwn = master.facts.audioCodec !== null;
  const wanted = wish.asked ?? CLIP_DEFAULTS.sound;
  if (wanted === 'none') {
    if (!hasOwn || wish.asked === undefined) return { master, sound: hasOwn ? wish.brought : 'none', cues: [] };
    return { master: (await addSound(master, NOTHING, tools, work)).master, sound: 'none', cues: [] };
  }
  const isNarrated = hasOwn && wish.brought === 'narration';
  const phrases = wanted === 'narration' && !isNarrated ? phrasesOf(wish.prompt) : [];
  const speech = await speak(phrases, tools, work);
  if (hasOwn && speech.length === 0) return { master, sound: soundOf(wish.brought), cues: [] };
  const bed = hasOwn ? null : await compose(wish, master.facts.seconds, tools, work);
  const order = { keepOwn: hasOwn, bed, speech };
  const added = await addSound(master, order, tools, work);
  const cues = added.spoken.map((time, index) => ({ ...time, text: phrases[index] ?? '' }));
  return { master: added.master, sound: cues.length > 0 ? 'narration' : 'ambience', cues };
}

const NOTHING = { keepOwn: false, bed: null, speech: [] };

/** A model may bring sound where none was ordered. */
function soundOf(brought: Sound): Sound {
  return brought === 'none' ? 'ambience' : brought;
}

async function compose(
  { prompt, style, seed }: SoundWish,
  seconds: number,
  { bed, scratch }: SoundTools,
  work?: MediaWork,
): Promise<string> {
  const path = await scratch.path('.wav');
  await bed.compose({ prompt, style, seconds, seed }, path, work?.signal);
  return path;
}

/** Paths of the pieces as spoken; none where no voice can. A voice that fails costs the clip its narration, no more. */
async function speak(phrases: readonly string[], { voices, scratch }: SoundTools, work?: MediaWork): Promise<string[]> {
  const text = phrases.join(' ');
  for (const voice of voices.filter((each) => each.speaks(text))) {
    try {
      const paths: string[] = [];
      for (const phrase of phrases) {
        const path = await scratch.path('.wav');
        await voice.speak(phrase, path, work?.signal);
        paths.push(path);
      }
      return paths;
    } catch (error) {
      if (!(error instanceof AdapterError) || error.code === 'aborted' || error.code === 'disk-full') throw error;
    }
  }
  return [];
}

async function addSound(
  master: RenditionSource,
  order: { keepOwn: boolean; bed: string | null; speech: readonly string[] },
  { files, media, scratch }: SoundTools,
  work?: MediaWork,
) {
  const path = await scratch.path('.mp4');
  const { spoken } = await media.addSound(master.path, master.facts, order, path, work);
  const probed = await media.probe(path, work);
  if (probed.outcome === 'not-a-video') throw new Error(`The clip with sound is no video: ${probed.reason}`);
  const file = await files.putFile(path, 'video/mp4');
  return { master: { file, path: await files.localPath(file), facts: probed.facts }, spoken };
}
