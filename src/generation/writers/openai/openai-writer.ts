import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { AdapterError, SCRIPT_WORDS, type ScriptShot } from '../../../requests/index.ts';
import type { PromptWriter } from '../../script/prompt-writer.ts';
import { type ShotList, shotList } from './shot-list.ts';
import { writerInstructions } from './writer-instructions.ts';

export interface WriterSettings {
  /** Of any server that speaks OpenAI's Responses API, with its version. */
  url: string;
  key: string;
  model: string;
  /** Asking changes nothing, so it may be asked again. */
  maxRetries: number;
}

const ID = 'openai@1';
const TIMEOUT_MS = 30_000;
const LONGEST_PROMPT = 4000;
/** In UTF-16 units. More is a model that lost itself, and no engine reads it. */
const LONGEST_TEXT = 400;
/** For each shot; more is a model that lost itself. */
const MOST_TOKENS = 600;

/**
 * A model that writes shot lists. It has no tools and can answer only in a form; how many shots there are and how long
 * each is stays with the planner. What it writes is screened like a prompt by whoever asks.
 */
export function createOpenaiWriter({ url, key, model, maxRetries }: WriterSettings): PromptWriter {
  const client = new OpenAI({ apiKey: key, baseURL: url, maxRetries, timeout: TIMEOUT_MS, logLevel: 'off' });
  return {
    id: ID,
    async write({ prompt, style, picture, lengths }) {
      const data = { prompt: prompt.slice(0, LONGEST_PROMPT), look: style, begins_with_picture: picture, lengths };
      try {
        const answer = await client.responses.parse({
          model,
          instructions: writerInstructions,
          input: [{ role: 'user', content: JSON.stringify(data).toWellFormed() }],
          text: { format: zodTextFormat(shotList, 'shot_list') },
          max_output_tokens: 500 + MOST_TOKENS * lengths.length,
          store: false,
        });
        // Also where a model refused to answer, or was cut off.
        if (answer.status !== 'completed' || !answer.output_parsed) throw noList('there is no shot list in the answer');
        return toScript(shotList.parse(answer.output_parsed), lengths);
      } catch (error) {
        throw error instanceof AdapterError
          ? error
          : noList('it could not be asked, or its answer cannot be read', error);
      }
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
