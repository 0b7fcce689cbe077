import type { FileStore } from '../files/file-store.ts';
import {
  type AdvanceDependencies,
  type ForgetStore,
  filesOf,
  forgetEvent,
  forgetRequest,
  type PromptRequest,
  type RequestStore,
  repeat,
  takeBack,
} from '../requests/index.ts';
import type { Platforms } from './platforms.ts';

export interface ForgetMembersDependencies extends AdvanceDependencies {
  requests: RequestStore;
  forgetting: ForgetStore;
  platforms: Platforms;
  files: Pick<FileStore, 'remove'>;
  onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 5000;

/**
 * Fulfils the wish of members to be forgotten. What is under way is taken back first and comes to rest; then our posts
 * about it go, then the words in the records, then the files that nothing else has. The wish is kept until all is done;
 * a file that is left since the process died goes with the next sweep.
 */
export function startForgetting(
  dependencies: ForgetMembersDependencies,
  everyMs = LOOK_EVERY_MS,
): { close(): Promise<void> } {
  return repeat(() => forgetAll(dependencies), { everyMs, onError: dependencies.onError });
}

async function forgetAll(dependencies: ForgetMembersDependencies): Promise<void> {
  const { forgetting, onError } = dependencies;
  for (const { member, askedAt } of await forgetting.waiting()) {
    const pictures = await forgetting.emptyPosts(member, askedAt);
    await letGo(dependencies, pictures);
    const found = await forgetting.requestsOf(member, askedAt);
    const left = await Promise.all(
      found.map(async ({ request, busy }) => {
        if (busy) await takeBack(dependencies, request);
        const done = busy ? false : await forgetOne(dependencies, request).catch(onError);
        return done === true ? 0 : 1;
      }),
    );
    if (left.every((one) => one === 0) && (await forgetting.requestsOf(member, askedAt)).length === 0) {
      await forgetting.done(member);
    }
  }
}

async function forgetOne(dependencies: ForgetMembersDependencies, request: PromptRequest): Promise<boolean> {
  const { forgetting, platforms, requests } = dependencies;
  for (const ref of await forgetting.postsAbout(request.id)) await platforms.byId(ref.platform)?.remove(ref);
  const history = await requests.history(request.id);
  const events = new Map(history.map((entry) => [entry.version, forgetEvent(entry)]));
  if (!(await forgetting.forget(forgetRequest(request), events))) return false;
  await letGo(dependencies, filesOf([request, ...history]));
  return true;
}

/** The same bytes may be somebody else's too. */
async function letGo(
  { forgetting, files }: Pick<ForgetMembersDependencies, 'forgetting' | 'files'>,
  hashes: Iterable<string>,
): Promise<void> {
  for (const sha256 of hashes) {
    if (!(await forgetting.needsFile(sha256))) await files.remove({ sha256 });
  }
}
