import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import type { Records } from '../records.ts';

const AT_ONCE = 500;

const UNMARKED = {
  name: 'unmarked-prompts',
  text: `select request_id as id, coalesce(body ->> 'prompt', '') as prompt
    from prompts left join requests on requests.id = request_id where marks is null order by request_id limit ${AT_ONCE}`,
};
/** What was edited meanwhile has its marks by then. */
const MARK = {
  name: 'mark-prompts',
  text: `update prompts set key = given.key, marks = given.marks::int[]
    from unnest($1::text[], $2::text[], $3::text[]) as given(id, key, marks)
    where request_id = given.id and prompts.marks is null`,
};

/**
 * Makes those marks of past prompts that are missing since it was changed how they are made, some at a time, beside
 * everything else. Until then they are found by nobody. Returns the way to stop, which waits for what is going on.
 */
export function startMarking(records: Records): () => Promise<void> {
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const rows = await records.run<{ id: string; prompt: string }>(UNMARKED);
      if (rows.length === 0) return;
      const prompts = rows.map(({ prompt }) => prompt);
      const marks = prompts.map((prompt) => `{${promptMarks(prompt).join(',')}}`);
      await records.run(MARK, [rows.map(({ id }) => id), prompts.map(promptKey), marks]);
    }
  };
  // Where it fails, so does everything else, and says so; it goes on with the next start.
  const running = run().catch(() => {});
  return async () => {
    stopped = true;
    await running;
  };
}
