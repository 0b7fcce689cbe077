import { expect, it } from 'vitest';
import { sealHistory } from '../../src/moderation/account/seal-history.ts';
import type { Seal } from '../../src/moderation/account/seal-store.ts';
import { verifyHistory } from '../../src/moderation/account/verify-history.ts';
import { forgetEvent, forgetRequest, type PromptRequest } from '../../src/requests/index.ts';
import { EVENTS } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import { apply, clock, create, type StoreOf, someAsked } from './store-samples.ts';

/** Changes the records past all that guards them, as somebody who has the database can. */
export type Tamper = (...statements: string[]) => Promise<void>;

/** Seals hold what was committed, and show what was changed afterwards by whoever has the database. */
export function sealStoreContract(open: StoreOf, tamper: Tamper): void {
  const verify = (noted?: Pick<Seal, 'number' | 'hash'>) => verifyHistory(open().seals, noted);

  /** Everything, once no transaction is under way that could still come before it. */
  async function sealAll(): Promise<Seal> {
    await waitUntil(async () => {
      await sealHistory({ seals: open().seals, clock });
      const verification = await verify();
      if (verification.outcome === 'misfit') throw new Error(JSON.stringify(verification));
      return verification.unsealed === 0;
    }, 'All entries to be sealed');
    return (await open().seals.last()) as Seal;
  }
  const decided = () => create(open(), someAsked(), 'prompt-screened', 'declined');
  const rowOf = (id: string, version: number) => `request_id = '${id}' and version = ${version}`;
  const past = (table: string, statement: string) =>
    tamper(`alter table ${table} disable trigger user`, statement, `alter table ${table} enable trigger user`);
  /** Changes a row, tells what verifying says then, and puts the row back as it was. */
  async function altered(id: string, version: number, change: string) {
    const row = rowOf(id, version);
    await tamper(`create table before_it as select * from history where ${row}`);
    await past('history', `update history set ${change} where ${row}`);
    const said = await verify();
    await past(
      'history',
      `update history set at = b.at, actor = b.actor, to_state = b.to_state, event = b.event from before_it as b
       where history.request_id = b.request_id and history.version = b.version`,
    );
    await tamper('drop table before_it');
    return said;
  }

  it('are in a row without gaps, and hold each entry once though several seal at once', async () => {
    await decided();
    await Promise.all(Array.from({ length: 4 }, () => sealHistory({ seals: open().seals, clock })));
    const last = await sealAll();
    const seals = await open().seals.list(0, 1000);
    expect(seals.map(({ number }) => number)).toEqual(seals.map((_, index) => index + 1));
    expect(await verify()).toEqual({
      ...{ outcome: 'fits', unsealed: 0, last },
      entries: seals.flatMap(({ digests }) => digests).length,
    });
    expect(await open().seals.add({ ...last, hash: 'another' })).toBe(false);
  });

  it.each([
    ['who decided', "actor = 'Somebody'"],
    ['when', "at = at + interval '1 millisecond'"],
    ['what came of it', "to_state = 'approved'"],
    ['the reason', `event = jsonb_set(event, '{decline,reason}', '"taste"')`],
    ['the words of it', `event = jsonb_set(event, '{decline,note}', '"Other words"')`],
    ['that words were ever said', `event = jsonb_set(event, '{decline,note}', '""')`],
  ])('show that %s was altered, and where', async (_, change) => {
    const [{ id }] = [await decided(), await decided()];
    const { number: seal } = await sealAll();
    const said = await altered(id, 3, change);
    expect(said).toMatchObject({ outcome: 'misfit', misfit: { what: 'altered', seal, entry: { requestId: id } } });
    expect(said).toMatchObject({ misfit: { entry: { version: 3 } } });
    expect(await verify()).toMatchObject({ outcome: 'fits' });
  });

  it('show that an entry is gone, and one too many', async () => {
    const { id } = await decided();
    const { number: seal } = await sealAll();
    await tamper(`create table before_it as select * from history where ${rowOf(id, 2)}`);
    await past('history', `delete from history where ${rowOf(id, 2)}`);
    expect(await verify()).toMatchObject({ misfit: { what: 'missing', seal, after: { requestId: id, version: 1 } } });
    const put = (version: number) =>
      past(
        'history',
        `insert into history overriding system value select tx, seq, request_id, ${version} as version, at, from_state, to_state, actor, event from before_it`,
      );
    await put(2);
    expect(await verify()).toMatchObject({ outcome: 'fits' });
    await put(99);
    expect(await verify()).toMatchObject({ misfit: { what: 'added', seal, entry: { requestId: id, version: 99 } } });
    await past('history', `delete from history where ${rowOf(id, 99)}`);
    await tamper('drop table before_it');
    expect(await verify()).toMatchObject({ outcome: 'fits' });
  });

  it('show that a seal was changed, is gone, or that all were made anew', async () => {
    await decided();
    const first = await sealAll();
    await decided();
    const { number } = await sealAll();
    expect(await verify(first)).toMatchObject({ outcome: 'fits' });
    const forged = { number: first.number, hash: `${first.hash.slice(0, -1)}_` };
    expect(await verify(forged)).toMatchObject({ misfit: { what: 'noted', seal: first.number } });
    expect(await verify({ ...forged, number: number + 1 })).toMatchObject({
      misfit: { what: 'seal', seal: number + 1 },
    });
    await past('history_seals', `update history_seals set at = at + interval '1 second' where number = ${number}`);
    expect(await verify()).toMatchObject({ misfit: { what: 'seal', seal: number } });
    await past('history_seals', `update history_seals set at = at - interval '1 second' where number = ${number}`);
    await past('history_seals', `update history_seals set number = number + 1 where number = ${number}`);
    expect(await verify()).toMatchObject({ misfit: { what: 'seal', seal: number } });
    await past('history_seals', `update history_seals set number = number - 1 where number = ${number + 1}`);
    expect(await verify()).toMatchObject({ outcome: 'fits' });
  });

  it.each(["update history_seals set hash = ''", 'delete from history_seals', 'truncate history_seals'])(
    'can only be added: %s',
    async (statement) => {
      await sealAll();
      await expect(tamper(statement)).rejects.toHaveProperty('cause.message', 'history_seals can only be added to');
    },
  );

  it('hold when a member has their words taken out, and show when that was done to somebody else’s', async () => {
    const { requests, forgetting } = open();
    const decline = { ...EVENTS.declined.decline, note: 'canary' };
    const request = await create(open(), someAsked(), 'prompt-screened', { kind: 'declined', decline });
    await sealAll();
    const left = (await requests.history(request.id)).map((entry) => [entry.version, forgetEvent(entry)] as const);
    expect(await altered(request.id, 3, `event = '${JSON.stringify(left[2]?.[1])}'`)).toMatchObject({
      misfit: { what: 'altered', entry: { requestId: request.id } },
    });
    expect(await forgetting.forget(forgetRequest(request), new Map(left))).toBe(true);
    expect(JSON.stringify(await requests.history(request.id))).not.toContain('canary');
    expect(await verify()).toMatchObject({ outcome: 'fits' });
    expect(await altered(request.id, 3, `event = jsonb_set(event, '{decline,reason}', '"taste"')`)).toMatchObject({
      misfit: { what: 'altered', entry: { requestId: request.id, version: 3 } },
    });
    // What happens to it afterwards is sealed as everything is.
    const forgotten = (await requests.find(request.id)) as PromptRequest;
    await apply(open(), forgotten, 'strike-lifted');
    await sealAll();
  });
}
