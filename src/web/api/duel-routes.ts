import { z } from 'zod';
import { memberKey, toInstant } from '../../requests/index.ts';
import { chanceFrom } from '../../voting/chance-from.ts';
import { choosePair } from '../../voting/choose-pair.ts';
import { answersCounted } from '../../voting/duel-board.ts';
import { type AnsweredDuel, pairKey, pairOf } from '../../voting/duel-store.ts';
import type { ShownClip } from '../pages/shown-clip.ts';
import { type DuelClip, type DuelPage, duelAnswer, duelBoardPage, duelPage } from './contract-of-duels.ts';
import { readTicket, writeTicket } from './duel-ticket.ts';
import { createHindranceOfViewer } from './hindrance-of-viewer.ts';
import { readShownClips } from './read-shown-clips.ts';
import { refuse } from './refuse.ts';
import { postId, problems } from './route-schemas.ts';
import { isMine, type Viewer } from './viewer.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const SHOWN = 100;
const inCall = z.object({ call: postId.optional() });

/** Duels: which of two clips is better, and what all answers together say. */
export function addDuelRoutes(app: WebApp, context: WebContext): void {
  const { requests, duels, joining, clock, viewerOf, readRequestViews, cookieSecret, callsOfDuels, readDuelBoard } =
    context;
  const tags = ['duels'];
  const hindranceOf = createHindranceOfViewer(context);

  async function nextFor(viewer: Viewer, callId: string | undefined): Promise<DuelPage> {
    const [list, before] = await Promise.all([callsOfDuels(callId), duels.answeredBy(viewer.key)]);
    const [call] = list;
    const here = before.filter((each) => each.callId === call?.id);
    const pair = call ? await pairFor(viewer, call.id, here) : null;
    const [left, right] = pair ? await shown(pair) : [];
    // A clip that was taken down a moment ago: the board is about to forget it.
    const duel =
      call && left && right
        ? {
            ticket: writeTicket({ voter: viewer.key, callId: call.id, left: left.id, right: right.id }, cookieSecret),
            left: duelClipOf(left),
            right: duelClipOf(right),
          }
        : null;
    return { calls: list, duel, answered: here.length };
  }

  async function pairFor(viewer: Viewer, callId: string, before: readonly AnsweredDuel[]) {
    const { strengths, requesters, sums } = await readDuelBoard(callId);
    const joined = await joining.joinedTo(viewer.key);
    const ours = new Set([viewer.key, ...joined.map(({ member }) => memberKey(member))]);
    const others = strengths.filter(({ id }) => !ours.has(requesters.get(id) ?? ''));
    const answered = new Set(before.map(pairKey));
    // Who asks again before answering gets no other pair by that: nobody can wait for the one they want.
    const chance = chanceFrom([cookieSecret, viewer.key, callId, before.length].join(' '));
    return choosePair(others, { answered, sums, chance });
  }

  /** As the results show them: what a curator changed in the words is not to be read here either. */
  async function shown(ids: readonly string[]): Promise<ShownClip[]> {
    const clips = await readShownClips(await requests.findMany(ids), readRequestViews);
    return ids.flatMap((id) => clips.filter((clip) => clip.id === id));
  }

  app.get(
    '/api/duels',
    {
      schema: {
        ...{ tags, summary: 'Two clips of a call to compare', querystring: inCall },
        response: { 200: duelPage, ...problems },
      },
    },
    async (request) => nextFor(await viewerOf(request), request.query.call),
  );

  app.post(
    '/api/duels',
    {
      schema: {
        ...{ tags, summary: 'Which of the two is better; answers with the next two', body: duelAnswer },
        response: { 200: duelPage, ...problems },
      },
    },
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const ticket = readTicket(request.body.ticket, cookieSecret);
      if (ticket === null || ticket.voter !== viewer.key) return refuse(reply, 'not-open-for-votes');
      const hindrance = await hindranceOf(ticket.callId, viewer);
      if (hindrance) {
        const { why, ...detail } = hindrance;
        return refuse(reply, why, detail);
      }
      const { callId, left, right } = ticket;
      const found = await requests.findMany([left, right]);
      if (found.length < 2 || found.some(({ state }) => state !== 'delivered'))
        return refuse(reply, 'not-open-for-votes');
      if (found.some(({ requester }) => isMine(viewer, requester))) return refuse(reply, 'own-request');
      const pair = pairOf(left, right);
      const better = { left, right, neither: null }[request.body.answer];
      const answer = better === null ? 'neither' : better === pair.first ? 'first' : 'second';
      await duels.answer(viewer.key, { ...pair, callId, answer, at: toInstant(clock()) });
      return nextFor(viewer, callId);
    },
  );

  app.get(
    '/api/duels/board',
    {
      schema: {
        ...{ tags, summary: 'What all answers say: places, and how certain they are', querystring: inCall },
        response: { 200: duelBoardPage, ...problems },
      },
    },
    async (request) => {
      const [call] = await callsOfDuels(request.query.call);
      if (!call) return { call: null, answers: 0, heldAnswers: 0, answerHeld: false, uncompared: 0, lines: [] };
      const viewer = await viewerOf(request);
      const [board, held] = await Promise.all([readDuelBoard(call.id), duels.heldIn(call.id, viewer.key)]);
      const first = board.lines.slice(0, SHOWN);
      const clips = new Map((await shown(first.map(({ id }) => id))).map((clip) => [clip.id, clip]));
      const lines = first.flatMap((line) => {
        const of = clips.get(line.id);
        if (!of) return [];
        const { prompt, locale, requesterName, clip } = of;
        return [{ ...line, prompt, locale, requesterName, posterUrl: clip.posterUrl }];
      });
      const answers = answersCounted(board.sums);
      return { call, answers, ...held, uncompared: board.strengths.length - board.lines.length, lines };
    },
  );
}

function duelClipOf({ id, prompt, locale, clip }: ShownClip): DuelClip {
  return { id, prompt, locale, clip };
}
