import { z } from 'zod';

/** How the curator wants to be shown what is grave; see `Care`. */
export const careView = z.object({
  veil: z.enum(['none', 'grave', 'all']),
  reveal: z.enum(['while-held', 'until-left']),
  silent: z.boolean(),
  breakAfter: z.number().int().min(0).max(200),
});
export type CareView = z.infer<typeof careView>;
