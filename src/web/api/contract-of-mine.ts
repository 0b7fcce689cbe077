import { z } from 'zod';
import { requestView } from './contract.ts';
import { joinedAccountView } from './contract-of-joining.ts';

/** Who the browser is here, and by signing in elsewhere. */
export const mineView = z.object({
  selves: z.array(
    z.object({
      platform: z.string(),
      name: z.string(),
      /** How many requests are kept. */
      asked: z.number(),
      /** Whether everything of theirs is being deleted. */
      deleting: z.boolean(),
      /** Accounts that their owner joined to this one, oldest first. */
      joined: z.array(joinedAccountView),
    }),
  ),
  /** Accounts with which one may sign in to see more. */
  canSignIn: z.array(z.string()),
  /** Whether there are accounts on X to join. */
  canJoinX: z.boolean(),
});
export type MineView = z.infer<typeof mineView>;
export type Self = MineView['selves'][number];

/** A request as its requester sees it, in the language of the page. */
export const ownRequest = requestView.extend({
  theme: z.object({ en: z.string(), ar: z.string() }).nullable(),
  /** What was said against a decision, and what came of it. */
  appeal: z
    .object({
      at: z.string(),
      words: z.string(),
      outcome: z.enum(['waiting', 'upheld', 'dismissed']),
      note: z.string().nullable(),
    })
    .nullable(),
  /** Whether its clip is up, and can be taken down. */
  canTakeDown: z.boolean(),
});
export type OwnRequest = z.infer<typeof ownRequest>;

/** Newest first. */
export const ownRequestsPage = z.object({ requests: z.array(ownRequest), total: z.number() });
export type OwnRequestsPage = z.infer<typeof ownRequestsPage>;

/** How many requests and votes are taken back; the rest is erased within minutes. */
export const deletedView = z.object({ count: z.number() });
export type DeletedView = z.infer<typeof deletedView>;
