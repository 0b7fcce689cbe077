import {
  type AdvanceDependencies,
  type ForgetStore,
  type HeldBeside,
  type HistoryEntry,
  isReworded,
  type Member,
  memberKey,
  type PromptRequest,
  shownWords,
  takeBack,
  toInstant,
} from '../requests/index.ts';
import type { VoteStore } from '../voting/vote-store.ts';
import type { JoinedAccount, JoinStore } from './joining/join-store.ts';

export interface MemberDataDependencies extends AdvanceDependencies {
  votes: Pick<VoteStore, 'castBy' | 'withdraw'>;
  forgetting: Pick<ForgetStore, 'ask' | 'heldOf'>;
  joining: Pick<JoinStore, 'joinedTo' | 'part'>;
}

/** Everything that is kept of a member, without what the machine noted for itself. */
export interface MemberData extends HeldBeside {
  member: Member;
  requests: (ReturnType<typeof shown> & { history: { at: string; event: string; state: string }[] })[];
  votes: Awaited<ReturnType<VoteStore['castBy']>>;
  /** What their owner joined to this account. */
  joined: JoinedAccount[];
}

const PAGE = 200;

export async function readMemberData(dependencies: MemberDataDependencies, member: Member): Promise<MemberData> {
  const { requests, votes, forgetting, joining } = dependencies;
  const mine = await allOf(dependencies, member);
  const [histories, cast, beside, joined] = await Promise.all([
    requests.histories(mine.map(({ id }) => id)),
    votes.castBy(memberKey(member)),
    forgetting.heldOf(memberKey(member)),
    joining.joinedTo(memberKey(member)),
  ]);
  return {
    member,
    requests: mine.map((request, index) => ({ ...shown(request), history: (histories[index] ?? []).map(shownEvent) })),
    votes: cast,
    joined,
    ...beside,
  };
}

/** Whether there is anything in it. */
export function isEmpty({ requests, votes, joined, posts, views, duels, reports }: MemberData): boolean {
  return [requests, votes, joined, posts, views, duels, reports].every(({ length }) => length === 0);
}

/**
 * Takes everything back at once, and leaves the wish that all of it be forgotten, which is fulfilled within minutes (see
 * `forget-members.ts`). How many requests and votes are gone by it.
 */
export async function deleteMemberData(dependencies: MemberDataDependencies, member: Member): Promise<number> {
  const { votes, forgetting, joining, clock } = dependencies;
  // What was cast by an account that stays is left alone.
  await joining.part(memberKey(member), toInstant(clock()));
  const [all, cast] = [await allOf(dependencies, member), await votes.castBy(memberKey(member))];
  // Then the wish, which is kept until it is fulfilled: the process may die at any point from here on.
  await forgetting.ask(memberKey(member), toInstant(clock()));
  let count = cast.length;
  for (const request of all) {
    if (await takeBack(dependencies, request)) count += 1;
  }
  for (const { target } of cast) await votes.withdraw(target, memberKey(member));
  return count;
}

async function allOf({ requests }: Pick<MemberDataDependencies, 'requests'>, member: Member): Promise<PromptRequest[]> {
  const all: PromptRequest[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.list({ requester: memberKey(member), order: 'oldest', limit: PAGE, offset });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function shownEvent({ at, event, to }: HistoryEntry) {
  return { at, event: event.kind, state: to };
}

function shown(request: PromptRequest) {
  const { id, callId, post, prompt, options, picture, parentId, locale, askedAt, changedAt, state } = request;
  const more = {
    ...(isReworded(request) ? { approved: shownWords(request) } : {}),
    ...('decline' in request ? { decline: { reason: request.decline.reason, note: request.decline.note } } : {}),
    ...(request.appeal ? { appeal: appealOf(request.appeal) } : {}),
    ...('clip' in request && request.clip ? { caption: request.clip.caption, altText: request.clip.altText } : {}),
    ...('reply' in request ? { reply: request.reply } : {}),
  };
  return { id, callId, post, prompt, options, picture, parentId, locale, askedAt, changedAt, state, ...more };
}

/** Who decided it is no matter of the member's. */
function appealOf({ at, words, decided }: NonNullable<PromptRequest['appeal']>) {
  return { at, words, decided: decided && { at: decided.at, upheld: decided.upheld, note: decided.note } };
}
