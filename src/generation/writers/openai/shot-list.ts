import { z } from 'zod';
import { BEGINNINGS } from '../../../requests/index.ts';

/** The only form in which a writer can answer. */
export const shotList = z.object({
  shots: z.array(
    z.object({
      subject: z.string(),
      setting: z.string(),
      action: z.string(),
      camera: z.string(),
      light: z.string(),
      style: z.string(),
      sound: z.string(),
      begins: z.enum(BEGINNINGS),
    }),
  ),
});

export type ShotList = z.infer<typeof shotList>;
