import { z } from 'zod';
import { anyNumber, url, wholeNumber } from './kinds-of-setting.ts';

/** The settings of what makes the clips. */
export const engineSettings = {
  ENGINE: z
    .enum(['storyboard', 'openai-videos', 'ai-sdk', 'runway'])
    .default('storyboard')
    .describe(
      'The engine that makes the clips. `storyboard` is embedded and free; see docs/engines.md for the others.',
    ),
  ENGINE_URL: url('http', 'https')
    .optional()
    .describe(
      'Address of an `openai-videos` server with its version, e.g. `http://127.0.0.1:30000/v1`; of other engines where it is not their own.',
    ),
  ENGINE_KEY: z.string().min(1).optional().describe("The engine's key; servers of one's own mostly want none."),
  ENGINE_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The engine's model; without it the server's own. With `ai-sdk` its provider too: `replicate:bytedance/seedance-2.5`.",
    ),
  ENGINE_DIALECT: z
    .enum(['auto', 'openai', 'sglang', 'vllm-omni', 'litellm'])
    .default('auto')
    .describe('Who answers at `ENGINE_URL`; `auto` asks the server at the start.'),
  ENGINE_PRICE_PER_SECOND: anyNumber(0, 1000)
    .optional()
    .describe('US dollars for a second of video, for estimates; without it what the price table says.'),
  ENGINE_FALLBACK: z
    .enum(['none', 'storyboard'])
    .default('none')
    .describe('Who makes a clip where the engine is down or cannot make it, and nothing was begun there.'),
  BUDGET_PER_DAY_USD: anyNumber(0, 1_000_000)
    .optional()
    .describe('US dollars that all clips begun on a day (UTC) may cost; without it only the budgets of calls bind.'),
  BUDGET_USD: anyNumber(0, 1_000_000_000)
    .optional()
    .describe('US dollars that the clips of the standing call may cost in all; without it no limit.'),
  WRITER_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Model that writes the shots of each prompt, e.g. `gpt-5-mini`; without it they are read from the prompt on this machine.',
    ),
  WRITER_URL: url('http', 'https')
    .optional()
    .describe('Address of the server with that model and its version; without it `OPENAI_BASE_URL`.'),
  WRITER_KEY: z.string().min(1).optional().describe("The writer's key; servers of one's own mostly want none."),
  ENGINE_POLL_SECONDS: anyNumber(0.05, 3600).default(5).describe('How often an engine is asked how a shot is doing.'),
  ENGINE_CONCURRENCY: wholeNumber(1, 500).default(2).describe('Shots that the engine makes at the same time.'),
};
