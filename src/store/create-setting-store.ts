import { eq } from 'drizzle-orm';
import type { Records } from './records.ts';
import { settings } from './schema.ts';
import type { SettingStore } from './store.ts';

export function createSettingStore({ drizzle }: Records): SettingStore {
  async function find(name: string): Promise<string | undefined> {
    const [row] = await drizzle.select().from(settings).where(eq(settings.name, name));
    return row?.value;
  }
  return {
    async getOrCreate(name, make) {
      const known = await find(name);
      if (known !== undefined) return known;
      const value = make();
      const made = await drizzle.insert(settings).values({ name, value }).onConflictDoNothing().returning();
      if (made.length > 0) return value;
      const first = await find(name);
      if (first === undefined) throw new Error(`The setting ${name} was removed while it was made`);
      return first;
    },
  };
}
