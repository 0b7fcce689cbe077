import { z } from 'zod';
import { problem } from './contract.ts';

/** Our own ids and nothing else; what does not look like one is not looked up. */
const id = z.string().regex(/^[\w.-]{1,80}$/);

export const idParams = z.object({ id });
export const platformParams = z.object({ platform: z.string().regex(/^[a-z]{1,20}$/) });
export const postId = id;

/** Problems may come with any route. */
export const problems = { '4xx': problem, '5xx': problem };

export const nothing = z.undefined().describe('Done; there is nothing to say');

/** How far into a list, from 0. */
export const offset = z.coerce.number().int().min(0).max(1_000_000).default(0);
