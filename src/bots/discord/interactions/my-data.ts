import { gzipSync } from 'node:zlib';
import { type APIMessageComponentInteraction, ButtonStyle } from 'discord.js';
import {
  type AdvanceDependencies,
  type ForgetStore,
  type Member,
  memberKey,
  type PromptRequest,
  takeBack,
  toInstant,
} from '../../../requests/index.ts';
import type { VoteStore } from '../../../voting/vote-store.ts';
import { sayOnDiscord } from '../../../wording/index.ts';
import { button, row } from '../answering/buttons.ts';
import type { Interaction, InteractionHandler } from './interaction.ts';

export interface MyDataDependencies extends AdvanceDependencies {
  votes: VoteStore;
  forgetting: Pick<ForgetStore, 'ask'>;
}

const PAGE = 200;

/** Everything that is kept of a person, as a file that only they see, with the way to take it back. */
export function createShowMyData(dependencies: MyDataDependencies) {
  return async ({ payload, member, locale, respond }: Interaction): Promise<void> => {
    const { requests, votes } = dependencies;
    const mine = await allOf(dependencies, member);
    const cast = await votes.castBy(memberKey(member));
    const count = mine.length;
    if (count === 0 && cast.length === 0) {
      return respond.answer({ content: sayOnDiscord(locale, 'data-head', { count }) });
    }
    const histories = await Promise.all(mine.map(({ id }) => requests.history(id)));
    const record = {
      member,
      requests: mine.map((request, index) => ({
        ...shown(request),
        history: (histories[index] ?? []).map(({ at, event, to }) => ({ at, event: event.kind, state: to })),
      })),
      votes: cast,
    };
    const content =
      count === 0 ? sayOnDiscord(locale, 'data-votes-only') : sayOnDiscord(locale, 'data-head', { count });
    await respond.answer({
      content,
      file: fileOf(record, payload.attachment_size_limit),
      components: [row(button(locale, 'delete', 'ask', ButtonStyle.Danger))],
    });
  };
}

/** Packed where Discord would not take it as it is. */
function fileOf(record: unknown, maxBytes: number): { name: string; data: Buffer; contentType: string } {
  const data = Buffer.from(JSON.stringify(record, null, 2));
  if (data.length <= maxBytes) return { name: 'open-call.json', data, contentType: 'application/json' };
  return { name: 'open-call.json.gz', data: gzipSync(data), contentType: 'application/gzip' };
}

/** The first press asks whether it is meant; the second does it. */
export function deleteMyData(dependencies: MyDataDependencies): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    async run({ subject, member, locale, respond }) {
      if (subject === 'yes') {
        const count = await takeAllBack(dependencies, member);
        return respond.answer({ content: sayOnDiscord(locale, 'data-deleted', { count }) });
      }
      const choices = row(button(locale, 'delete', 'yes', ButtonStyle.Danger), button(locale, 'keep', 'all'));
      await respond.answer({ content: sayOnDiscord(locale, 'data-confirm'), components: [choices] });
    },
  };
}

export function keepMyData(): InteractionHandler<APIMessageComponentInteraction> {
  return {
    acknowledge: 'private',
    run: ({ locale, respond }) => respond.answer({ content: sayOnDiscord(locale, 'data-kept') }),
  };
}

/** How many requests and votes are gone by it. */
async function takeAllBack(dependencies: MyDataDependencies, member: Member): Promise<number> {
  const { votes, forgetting, clock } = dependencies;
  const [all, cast] = [await allOf(dependencies, member), await votes.castBy(memberKey(member))];
  // First the wish, which is kept until it is fulfilled: the process may die at any point from here on.
  await forgetting.ask(memberKey(member), toInstant(clock()));
  let count = cast.length;
  for (const request of all) {
    if (await takeBack(dependencies, request)) count += 1;
  }
  for (const { target } of cast) await votes.withdraw(target, memberKey(member));
  return count;
}

async function allOf({ requests }: Pick<MyDataDependencies, 'requests'>, member: Member): Promise<PromptRequest[]> {
  const all: PromptRequest[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await requests.list({ requester: memberKey(member), order: 'oldest', limit: PAGE, offset });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** Without what the machine noted for itself, such as an engine's operations. */
function shown(request: PromptRequest) {
  const { id, callId, post, prompt, options, picture, parentId, locale, askedAt, changedAt, state } = request;
  const more = {
    ...('decline' in request ? { decline: { reason: request.decline.reason, note: request.decline.note } } : {}),
    ...('clip' in request && request.clip ? { caption: request.clip.caption, altText: request.clip.altText } : {}),
    ...('reply' in request ? { reply: request.reply } : {}),
  };
  return { id, callId, post, prompt, options, picture, parentId, locale, askedAt, changedAt, state, ...more };
}
