import { comparePrompts, readForComparison } from '../../likeness/compare-prompts.ts';
import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import type { PromptRequest, RequestState } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import { newestSharing } from './newest-sharing.ts';

/** Whose clip is still to come. */
const TO_COME: readonly RequestState[] = ['in-review', 'held', 'approved', 'generating', 'finishing', 'ready'];

/** Of those that thousands asked for over the years the newest: one of them is to come, or none. */
const IN_SAME_WORDS = {
  name: 'asked-in-same-words',
  text: `
with alike as materialized (
  select request_id from prompts where key = $1 and not folded order by request_id desc limit 50)
select r.body from alike join requests r on r.id = request_id
where r.call_id = $2 and r.state = any ($3::text[]) and r.id <> $4 order by r.asked_at, r.id`,
};

const IN_LIKE_WORDS = {
  name: 'asked-in-like-words',
  text: `
with near as materialized (${newestSharing('$1')}),
alike as materialized (
  select r.body, r.asked_at, r.id from near join prompts on number = prompt join requests r on r.id = request_id
  where r.call_id = $2 and r.state = any ($3::text[]) and r.id <> $4 order by shared desc, number desc limit 24)
select body from alike order by asked_at, id`,
};

/** See `RequestStore.askedAlike`. */
export async function findAskedAlike(
  records: Records,
  { id, prompt, callId }: PromptRequest,
  manner: 'exact' | 'near',
): Promise<PromptRequest[]> {
  const run = (statement: typeof IN_SAME_WORDS, words: string | number[]) =>
    records.run<{ body: PromptRequest }>(statement, [words, callId, TO_COME, id]);
  const same = await run(IN_SAME_WORDS, promptKey(prompt));
  if (same.length > 0 || manner === 'exact') return same.map(({ body }) => body);
  const read = readForComparison(prompt);
  return (await run(IN_LIKE_WORDS, promptMarks(prompt)))
    .map(({ body }) => body)
    .filter((each) => comparePrompts(read, readForComparison(each.prompt)).likeness === 'same');
}
