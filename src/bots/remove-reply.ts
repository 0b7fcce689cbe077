import type { StepHandler } from '../queue/step-handler.ts';
import type { Platforms } from './platforms.ts';

/** Takes a reply down at its platform. */
export function createRemoveReply({ platforms }: { platforms: Platforms }): StepHandler<'remove-reply'> {
  return async ({ request }) => {
    if (request.state === 'removed') await platforms.byId(request.reply.platform)?.remove(request.reply);
    return { next: 'nothing' };
  };
}
