import { and, eq, sql } from 'drizzle-orm';
import type { KeptLogin, XLogins } from '../bots/x/x-logins.ts';
import type { Records } from './records.ts';
import { xLogins } from './schema.ts';

export function createXLogins({ drizzle }: Records): XLogins {
  return {
    async find(clientId) {
      const [row] = await drizzle.select().from(xLogins).where(eq(xLogins.clientId, clientId));
      return row ? loginOf(row) : null;
    },
    async save({ clientId, account, scopes, sealed, from, until, renewal }, inPlaceOf) {
      const changed = {
        accountId: account.id,
        username: account.username,
        scopes: [...scopes],
        ...{ sealed, from, until, renewal },
      };
      const version = sql`${xLogins.version} + 1`;
      const [row] =
        inPlaceOf === null
          ? await drizzle
              .insert(xLogins)
              .values({ clientId, ...changed, version: 1 })
              .onConflictDoUpdate({ target: xLogins.clientId, set: { ...changed, version } })
              .returning()
          : await drizzle
              .update(xLogins)
              .set({ ...changed, version })
              .where(and(eq(xLogins.clientId, clientId), eq(xLogins.version, inPlaceOf)))
              .returning();
      return row ? loginOf(row) : null;
    },
  };
}

function loginOf({ accountId, username, ...row }: typeof xLogins.$inferSelect): KeptLogin {
  return { ...row, account: { id: accountId, username } };
}
