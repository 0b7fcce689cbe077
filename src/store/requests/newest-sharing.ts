/** Of the prompts with a mark that thousands have, so many say as much as all of them. */
const OF_EACH = 100;

/**
 * The numbers of the newest prompts that have one of the marks (`$1`, an array's place among the values), with how much
 * says that they are near: a mark says the less the more have it. Each is looked up by itself, so that those which
 * thousands share do not crowd out the rare one by which the nearest is found.
 */
export const newestSharing = (marks: string) => `
select prompt, sum(share) as shared from unnest(${marks}::int[]) as asked(mark) cross join lateral (
  select prompt, 1 / count(*) over ()::float8 as share from (
    select prompt from prompt_marks where prompt_marks.mark = asked.mark order by prompt desc limit ${OF_EACH}) as newest) as sharing
group by prompt`;
