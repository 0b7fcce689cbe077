import { createAskInForm, type ModelSettings } from '../../../models/ask-in-form.ts';
import { AdapterError, SCRIPT_WORDS, type ScriptShot } from '../../../requests/index.ts';
import type { PromptWriter } from '../../script/prompt-writer.ts';
import { type ShotList, shotList } from './shot-list.ts';
import { writerInstructions } from './writer-instructions.ts';

const ID = 'openai@1';
const TIMEOUT_MS = 30_000;
const LONGEST_PROMPT = 4000;
/** In UTF-16 units. More is a model that lost itself, and no engine reads it. */
const LONGEST_TEXT = 400;
/** For each shot; more is a model that lost itself. */
const MOST_TOKENS = 600;

/**
 * A model that writes shot lists. How many shots there are and how long each is stays with the planner. What it writes is
 * screened like a prompt by whoever asks.
 */
export function createOpenaiWriter(settings: ModelSettings): PromptWriter {
  const ask = createAskInForm(settings, TIMEOUT_MS);
  return {
    id: ID,
    async write({ prompt, style, picture, lengths }) {
      const written = await ask({
        instructions: writerInstructions,
        data: { prompt: prompt.slice(0, LONGEST_PROMPT), look: style, begins_with_picture: picture, lengths },
        name: 'shot_list',
        form: shotList,
        mostTokens: 500 + MOST_TOKENS * lengths.length,
      }).catch((error: unknown) => {
        throw noList('it could not be asked, or there is none in its answer', error);
      });
      return toScript(written, lengths);
    },
  };
}

function toScript({ shots }: ShotList, lengths: readonly number[]): ScriptShot[] {
  if (shots.length !== lengths.length) throw noList(`${shots.length} shots instead of ${lengths.length}`);
  return shots.map((shot, place) => {
    for (const word of SCRIPT_WORDS) if (shot[word].length > LONGEST_TEXT) throw noList(`${word} is too long`);
    if (shot.action.trim() === '') throw noList('a shot in which nothing happens');
    return { ...shot, seconds: lengths[place] ?? 0, begins: place === 0 ? 'cut' : shot.begins };
  });
}

/** Asking again would give no better answer now; the deterministic writer is there. */
function noList(why: string, cause?: unknown): AdapterError {
  return new AdapterError(`No shot list: ${why}`, {
    adapter: 'openai-writer',
    code: 'no-list',
    retryable: false,
    cause,
  });
}
