import { and, asc, lte, ne, sql } from 'drizzle-orm';
import type { JoinOutcome, JoinStore } from '../bots/joining/join-store.ts';
import { memberKey } from '../requests/index.ts';
import type { Records } from './records.ts';
import { joinCodes, joinedAccounts } from './schema.ts';

const COUNT_TRY = {
  name: 'count-try-to-join',
  text: `
insert into join_tries as before (account, tries, since) values ($1, 1, $2::timestamptz)
on conflict (account) do update set
  tries = case when before.since < $3::timestamptz then 1 else before.tries + 1 end,
  since = case when before.since < $3::timestamptz then excluded.since else before.since end
returning tries`,
};
const JOIN = {
  name: 'join-accounts',
  text: 'select join_accounts($1, $2, $3, $4, $5, $6::timestamptz, $7) as outcome',
};
const PART = { name: 'part-account', text: 'select part_account($1, $2::timestamptz) as parted' };

export function createJoinStore({ drizzle, run }: Records): JoinStore {
  return {
    async offer(codeHash, { member, onlyFor, until }) {
      const row = { account: memberKey(member), codeHash, member, onlyFor, until };
      await drizzle.insert(joinCodes).values(row).onConflictDoUpdate({ target: joinCodes.account, set: row });
    },
    async countTry(account, { at, since }) {
      await drizzle.delete(joinCodes).where(lte(joinCodes.until, at));
      const [row] = await run<{ tries: number }>(COUNT_TRY, [account, at, since]);
      return row?.tries ?? 0;
    },
    async join(codeHash, { member, calledInPublic, person, at, mostAccounts }) {
      const values = [JSON.stringify(member), memberKey(member), calledInPublic, person, at, mostAccounts];
      const [row] = await run<{ outcome: JoinOutcome }>(JOIN, [codeHash, ...values]);
      if (!row) throw new Error('Joining gave no answer');
      return row.outcome;
    },
    async part(account, at) {
      const [row] = await run<{ parted: boolean }>(PART, [account, at]);
      return row?.parted ? 'parted' : 'alone';
    },
    joinedTo: (account) =>
      drizzle
        .select({ member: joinedAccounts.member, joinedAt: joinedAccounts.joinedAt })
        .from(joinedAccounts)
        .where(and(sql`${joinedAccounts.account} = any (accounts_of(${account}))`, ne(joinedAccounts.account, account)))
        .orderBy(asc(joinedAccounts.joinedAt), asc(joinedAccounts.account)),
  };
}
