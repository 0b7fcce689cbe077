import type { PromptRequest, RequestStore } from '../../requests/index.ts';
import type { News } from '../news.ts';
import { toText } from '../plain-text.ts';
import type { Records } from '../records.ts';
import { createRequests } from './create-requests.ts';
import { findAskedAlike } from './find-asked-alike.ts';
import { findSimilar } from './find-similar.ts';
import { HISTORY_COLUMNS, type HistoryRow, toHistoryEntry } from './history-entry.ts';
import { holdsDue } from './holds-due.ts';
import { countRequests, listRequests } from './list-requests.ts';
import { memberUsage } from './member-usage.ts';
import { notChosen } from './not-chosen.ts';
import { pageOfRequests } from './page-of-requests.ts';
import { placeInLine, placesInLine } from './place-in-line.ts';
import { comeToNothing, findByPosts, findMany, histories, memberRecords } from './read-many.ts';
import { mergedCounts, mergedInto, mergeHistory } from './read-merges.ts';
import { createSaveRequest } from './save-requests.ts';

const FIND = { name: 'find-request', text: 'select body from requests where id = $1' };
const FIND_BY_POST = {
  name: 'find-request-by-post',
  text: 'select body from requests where platform = $1 and post_id = $2',
};
const HISTORY = {
  name: 'history-of-request',
  text: `select ${HISTORY_COLUMNS} from history where request_id = $1 order by version`,
};

export function createRequestStore(records: Records, news: News): RequestStore {
  const one = ([row]: { body: PromptRequest }[]) => row?.body ?? null;
  return {
    create: (arrivals) => createRequests(records, news, arrivals),
    save: createSaveRequest(records, news),
    find: async (id) => one(await records.run(FIND, [toText(id)])),
    findByPost: async ({ platform, id }) => one(await records.run(FIND_BY_POST, [platform, toText(id)])),
    findMany: (ids) => findMany(records, ids),
    findByPosts: (posts) => findByPosts(records, posts),
    list: (query) => listRequests(records, query),
    page: (query) => pageOfRequests(records, query),
    count: (filter, atMost) => countRequests(records, filter, atMost),
    memberRecords: (members) => memberRecords(records, members),
    comeToNothing: (members, since) => comeToNothing(records, members, since),
    usage: (members, since) => memberUsage(records, members, since),
    similar: (request, limit) => findSimilar(records, request, limit),
    notChosen: (callIds, limit) => notChosen(records, callIds, limit),
    holdsDue: (now, limit) => holdsDue(records, now, limit),
    mergedInto: (requestId, query) => mergedInto(records, requestId, query),
    mergedCounts: (requestIds) => mergedCounts(records, requestIds),
    mergeHistory: (requestId) => mergeHistory(records, requestId),
    askedAlike: (request, manner) => findAskedAlike(records, request, manner),
    history: async (requestId) => (await records.run<HistoryRow>(HISTORY, [toText(requestId)])).map(toHistoryEntry),
    histories: (requestIds) => histories(records, requestIds),
    placesInLine: (requestIds) => placesInLine(records, requestIds.map(toText)),
    placeInLine: (requestId) => placeInLine(records, toText(requestId)),
  };
}
