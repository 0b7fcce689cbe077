import { expect, it } from 'vitest';
import { at, type StoreOf } from './store-samples.ts';

export function auditContract(open: StoreOf, tamper: (...statements: string[]) => Promise<void>): void {
  it('is read newest first and page by page', async () => {
    const { audit } = open();
    for (const actor of ['Ana', 'Bo', 'Cy']) {
      await audit.note({ at: at(1), actor, event: { kind: 'signed-in', by: 'link' } });
    }
    const [newest, next] = await audit.list({ before: null, limit: 2 });
    expect([newest?.actor, next?.actor]).toEqual(['Cy', 'Bo']);
    expect(newest).toMatchObject({ at: at(1), event: { kind: 'signed-in', by: 'link' } });
    const [oldest] = await audit.list({ before: next?.number ?? 0, limit: 1 });
    expect(oldest?.actor).toBe('Ana');
  });

  it.each(["UPDATE desk_audit SET actor = 'Nobody'", 'DELETE FROM desk_audit', 'TRUNCATE desk_audit'])(
    'can only be added to: %s',
    async (statement) => {
      await open().audit.note({ at: at(2), actor: null, event: { kind: 'turned-away' } });
      await expect(tamper(statement)).rejects.toHaveProperty('cause.message', 'desk_audit can only be added to');
    },
  );
}
