import type { KeptLogin, XLogins } from '../../src/bots/x/x-logins.ts';

/** Logins in memory, shared by whoever is given them. */
export function createFakeXLogins(): XLogins {
  const kept = new Map<string, KeptLogin>();
  return {
    find: async (clientId) => kept.get(clientId) ?? null,
    async save(login, inPlaceOf) {
      const there = kept.get(login.clientId);
      if (inPlaceOf !== null && there?.version !== inPlaceOf) return null;
      const saved = { ...login, version: (there?.version ?? 0) + 1 };
      kept.set(login.clientId, saved);
      return saved;
    },
  };
}
