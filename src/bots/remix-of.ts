import { changedPrompt, openWords } from '../generation/changed-prompt.ts';
import { seedOf } from '../generation/seed-of.ts';
import type { Asked, ClipOptions, PromptRequest } from '../requests/index.ts';
import { readRemix } from './reading/index.ts';

type Words = Pick<Asked, 'prompt' | 'options'> & { goesOn?: true };

/**
 * What an answer to a delivered clip asks for: its words alone, or those of the clip with a change. "The same, at night"
 * keeps the seed, so that it comes out as much the same as the engine can; "another one" has a seed of its own; "then …"
 * goes on from the clip's last picture. Options that are not given are the clip's.
 */
export function remixOf(parent: PromptRequest | null, asked: { prompt: string; options: ClipOptions }): Words {
  const remix = parent?.state === 'delivered' ? readRemix(asked.prompt) : null;
  if (remix === null || parent?.state !== 'delivered') return asked;
  const { prompt, options } = parent.approval;
  const { seed = seedOf(parent.id), ...others } = options;
  switch (remix.kind) {
    case 'again':
      return { prompt, options: { ...others, ...asked.options } };
    case 'changed':
      return { prompt: changedPrompt(prompt, remix.change), options: { ...others, seed, ...asked.options } };
    case 'next':
      return {
        prompt: remix.what === '' ? prompt : `${remix.what} (${openWords(prompt)})`,
        options: { ...others, ...asked.options },
        goesOn: true,
      };
    default:
      return remix satisfies never;
  }
}
