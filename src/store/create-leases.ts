import type { Leases } from '../bots/leases.ts';
import type { Records } from './records.ts';

const HOLD = {
  name: 'hold-lease',
  text: `insert into leases (name, holder, until) values ($1, $2, now() + $3::double precision * interval '1 millisecond')
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where leases.holder = excluded.holder or leases.until <= now() returning name`,
};
const RELEASE = { name: 'release-lease', text: 'delete from leases where name = $1 and holder = $2' };

/** By the clock of the records, so that machines whose clocks differ agree on when a lease is over. */
export function createLeases({ run }: Records): Leases {
  return {
    hold: async (name, holder, forMs) => (await run(HOLD, [name, holder, forMs])).length > 0,
    release: async (name, holder) => void (await run(RELEASE, [name, holder])),
  };
}
