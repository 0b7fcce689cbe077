import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import { createBatch } from '../../queue/batch.ts';
import type { Commit, RequestStore } from '../../requests/index.ts';
import { THIS_TRANSACTION } from '../feed.ts';
import type { News } from '../news.ts';
import { toJson } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { newWorkFrom, newWorkRows, SAVE_WORK_ROWS } from '../work/save-work-rows.ts';
import { MONEY_CLAUSES, type MoneyClauses, moneyRows, NO_MONEY, ONE_RESERVATION, openBudgets } from './save-money.ts';

/** More saves in one statement cost the same each, and the first would wait for the last. */
const TOGETHER_AT_MOST = 100;

/**
 * Many saves in one round trip and one transaction, each by itself all or nothing. `held` are the work rows that led
 * here and are still ours; `ready` are the requests that are as they were when their event was decided. Both are locked,
 * so what is seen here stays so until the commit, and in one order everywhere, so that two processes do not wait for
 * each other. No two of the saves are of one request or end the same work. A request that is not approved any more waits
 * in no line. Rows are looked up one by one, since a join might be planned, while the tables are empty, to read them
 * whole.
 */
const saveWith = (money: MoneyClauses) => `
with given as materialized (
  select * from jsonb_to_recordset($1::jsonb) as g(id text, version int, state text, body jsonb, "changedAt" timestamptz,
    "deliveredAt" timestamptz, "workId" text, epoch int, at timestamptz, "from" text, actor text, event jsonb)),
held as materialized (
  select row.id from (select "workId", epoch from given order by "workId") as ticket cross join lateral (
    select id from work where id = ticket."workId" and epoch = ticket.epoch and state <> 'open' for update) as row),
${money.before}ready as materialized (
  select next.* from (select * from given order by id) as next cross join lateral (
    select from requests where id = next.id and version = next.version - 1
      and (next."workId" is null or next."workId" in (select id from held))${money.condition} for update) as row),
saved_requests as (
  update requests set version = ready.version, state = ready.state, body = ready.body, changed_at = ready."changedAt",
    delivered_at = ready."deliveredAt"
  from ready where requests.id = ready.id and requests.id = any (array(select id from ready))),
done as (
  delete from work where id = any (array(select "workId" from ready))),
left_line as (
  delete from work where request_id = any (array(select id from ready where "from" = 'approved'))
    and step = 'start-clip' and (state = 'open') is true),
saved_history as (
  insert into history (tx, request_id, version, at, from_state, to_state, actor, event)
  select ${THIS_TRANSACTION}, id, version, at, "from", state, actor, event from ready order by id),
new_work as (
  ${newWorkFrom('$2')} where "requestId" in (select id from ready)),
${SAVE_WORK_ROWS}${money.after}
select given.id in (select id from ready) as ready, ${money.over} as over,
  given."workId" is null or given."workId" in (select id from held) as held, given.id
from given`;

const SAVE = { name: 'save-requests', text: saveWith(NO_MONEY) };
/** Only where money moves: the clauses cost every save something. */
const SAVE_AND_COUNT = { name: 'save-requests-and-count', text: saveWith(MONEY_CLAUSES) };

const SAVE_PROMPT = {
  name: 'save-prompt',
  text: 'update prompts set key = $2, marks = $3::int[] where request_id = $1',
};

type Outcome = Awaited<ReturnType<RequestStore['save']>>;

/**
 * See `RequestStore.save`. Saves that come while another is under way are committed together; each is answered when it
 * is committed, and a stale one leaves the others as they are.
 */
export function createSaveRequest(records: Records, news: News): RequestStore['save'] {
  const together = createBatch<Commit, Outcome | { failed: unknown }>(
    async (commits) => {
      try {
        return await saveAll(records, news, commits);
      } catch (error) {
        if (commits.length === 1 || !wasUndone(error)) throw error;
        return Promise.all(commits.map((commit) => saveAlone(records, news, commit)));
      }
    },
    TOGETHER_AT_MOST,
    ({ request, completes, money }) => [
      `request ${request.id}`,
      ...(completes ? [`work ${completes.id}`] : []),
      ...(money?.some(({ move }) => move === 'reserve') ? [ONE_RESERVATION] : []),
    ],
  );
  return async (commit) => {
    const outcome = await together(commit);
    if (typeof outcome === 'object') throw outcome.failed;
    if (outcome === 'saved' && commit.entry.event.kind === 'prompt-edited') {
      // Only what similar requests are found by: it may lag behind, so it needs no place in the transaction.
      const { id, prompt } = commit.request;
      await records.run(SAVE_PROMPT, [id, promptKey(prompt), promptMarks(prompt)]);
    }
    return outcome;
  };
}

type Answer = { id: string; held: boolean; ready: boolean; over: boolean };

async function saveAll(records: Records, news: News, commits: readonly Commit[]): Promise<Outcome[]> {
  const moves = moneyRows(commits);
  if (moves.length > 0) await openBudgets(records, moves);
  const values = [toJson(commits.map(toColumns)), toJson(newWorkRows(commits))];
  const answers = await (moves.length > 0
    ? records.run<Answer>(SAVE_AND_COUNT, [...values, toJson(moves)])
    : records.run<Answer>(SAVE, values));
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const outcomes = commits.map(({ request }): Outcome => {
    const answer = byId.get(request.id);
    if (!answer?.held) return 'superseded';
    if (answer.ready) return 'saved';
    return answer.over ? 'over-budget' : 'stale';
  });
  const saved = commits.filter((_, place) => outcomes[place] === 'saved');
  if (saved.length > 0) news.publish('history');
  if (saved.some(isNewsOfWork)) news.publish('work');
  return outcomes;
}

async function saveAlone(records: Records, news: News, commit: Commit): Promise<Outcome | { failed: unknown }> {
  try {
    const [outcome] = await saveAll(records, news, [commit]);
    return outcome as Outcome;
  } catch (failed) {
    return { failed };
  }
}

function toColumns({ request, entry, completes }: Commit) {
  return {
    id: request.id,
    version: request.version,
    state: request.state,
    body: request,
    changedAt: request.changedAt,
    deliveredAt: request.state === 'delivered' ? request.deliveredAt : null,
    workId: completes?.id ?? null,
    epoch: completes?.epoch ?? null,
    at: entry.at,
    from: entry.from,
    actor: entry.actor,
    event: entry.event,
  };
}

/** A place at the engine that was left is news to the dispatcher as well. */
function isNewsOfWork({ work, entry, takes }: Commit): boolean {
  return work.some(({ step }) => step !== takes?.step) || (entry.from === 'generating' && entry.to !== 'generating');
}

/** PostgreSQL refused the statement, so nothing of it was done; of a line that broke this cannot be said. */
function wasUndone(error: unknown): boolean {
  return (error as { severity?: unknown }).severity === 'ERROR';
}
