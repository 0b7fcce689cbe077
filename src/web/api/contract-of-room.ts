import { z } from 'zod';
import { callView } from './contract-of-calls.ts';

/** What the pages and the HTTP interface say to each other of the room as a whole, see `contract.ts`. */

export const roomInfo = z.object({
  call: z.object({
    id: z.string(),
    theme: z.object({ en: z.string(), ar: z.string() }),
    closesAt: z.string().nullable(),
  }),
  /** Calls that open by themselves, the next one first. */
  coming: z.array(callView.pick({ id: true, theme: true, opensAt: true })),
  engine: z.object({
    id: z.string(),
    storyboard: z.boolean(),
    maxSeconds: z.number(),
    resolutions: z.array(z.number()),
    sounds: z.array(z.string()),
  }),
  promptLimit: z.number(),
  /** Whether people can ask on X too. */
  onX: z.boolean(),
  /** What a picture may be, said before it is sent. */
  picture: z.object({ maxBytes: z.number(), types: z.array(z.string()) }),
  waiting: z.number(),
});
export type RoomInfo = z.infer<typeof roomInfo>;
