import { z } from 'zod';
import { answersCounted } from '../../voting/duel-board.ts';
import { type BoardPage, boardPage } from '../pages/board-page.ts';
import { type BoardQuery, boardPath } from '../pages/board-query.ts';
import { WHOLE_GALLERY } from '../pages/gallery-query.ts';
import { lastWeeks } from '../pages/iso-week.ts';
import { createFindResults, resultsWindow } from './find-results.ts';
import { placeOf } from './place-of-page.ts';
import { readShownClips } from './read-shown-clips.ts';
import { postId } from './route-schemas.ts';
import { sendPage } from './send-page.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

const WEEKS = 8;
const MOST_PLACES = 100;
/** The page is the same for everybody: it tells nobody what is theirs. */
const NOBODYS = '';

/** As in the gallery's address: what makes no sense in it is passed over. */
const boardSearch = z.object({
  by: z.enum(['votes', 'duels']).catch('votes'),
  window: resultsWindow.catch('all'),
  call: postId.catch(''),
  /** See `languageOf`. */
  locale: z.string().optional().catch(undefined),
});

/** The board, by votes or by duels, made here and whole without a script. */
export function addBoardRoutes(app: WebApp, context: WebContext): void {
  const { requests, calls, duels, clock, readRequestViews, callsOfDuels, readDuelBoard } = context;
  const find = createFindResults(context);
  const readClips = async (ids: readonly string[]) => readShownClips(await requests.findMany(ids), readRequestViews);

  async function byVotes({ window, call }: BoardQuery): Promise<Omit<BoardPage, 'query'>> {
    const ids = await find({ ...WHOLE_GALLERY, order: 'best', window, call }, MOST_PLACES);
    const [shown, all] = await Promise.all([readClips(ids), calls.list()]);
    return {
      // Who has no vote has no place yet.
      standings: { by: 'votes', clips: shown.filter(({ clip }) => clip.votes > 0) },
      choices: { calls: all, weeks: lastWeeks(clock(), WEEKS) },
    };
  }

  async function byDuels(id: string): Promise<Omit<BoardPage, 'query'>> {
    const all = await callsOfDuels(id);
    const callId = all[0]?.id ?? null;
    const [board, held] =
      callId === null ? [null, null] : await Promise.all([readDuelBoard(callId), duels.heldIn(callId, NOBODYS)]);
    const first = board?.lines.slice(0, MOST_PLACES) ?? [];
    const clips = new Map((await readClips(first.map((line) => line.id))).map((shown) => [shown.id, shown]));
    const lines = first.flatMap((line) => {
      const shown = clips.get(line.id);
      return shown ? [{ ...line, shown }] : [];
    });
    const uncompared = board === null ? 0 : board.strengths.length - board.lines.length;
    return {
      standings: {
        ...{ by: 'duels', callId, lines, uncompared },
        answers: answersCounted(board?.sums ?? []),
        heldAnswers: held?.heldAnswers ?? 0,
      },
      choices: { calls: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)), weeks: [] },
    };
  }

  app.get(
    '/board',
    { schema: { tags: ['pages'], summary: 'The board, as a page', querystring: boardSearch } },
    async (request, reply) => {
      const { by, window, call } = request.query;
      const found = by === 'votes' ? await byVotes({ by, window, call }) : await byDuels(call);
      const chosen = found.standings.by === 'duels' ? (found.standings.callId ?? '') : call;
      // Duels are of a whole call, whenever its clips were made.
      const query = { by, window: by === 'votes' ? window : 'all', call: chosen };
      return sendPage(reply, boardPage({ query, ...found }, await placeOf(request, boardPath(query), context)));
    },
  );
}
