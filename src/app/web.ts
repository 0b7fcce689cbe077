import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { DEFAULT_READING_LIMITS } from '../bots/reading/index.ts';
import { createEnginesFor } from '../generation/engines-for.ts';
import { createVerifyFile } from '../generation/provenance/verify-file.ts';
import { createReadOwnCredentials } from '../media/credentials/read-own-credentials.ts';
import { createDrawSharePicture } from '../media/pictures/draw-share-picture.ts';
import { createDrawThumbnail } from '../media/pictures/draw-thumbnail.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import { writeStream } from '../media/write-stream.ts';
import type { DelayedDesk } from '../moderation/curation/create-delayed-desk.ts';
import type { Clock } from '../requests/index.ts';
import { createWebServer } from '../web/api/create-web-server.ts';
import { asksBackAmong } from './asks-back.ts';
import type { Config } from './config.ts';
import { openStrikes } from './configured-strikes.ts';
import { xStanding } from './configured-x.ts';
import { enginesIn } from './engines-in.ts';
import { newId } from './new-id.ts';
import { openAnnouncements } from './open-announcements.ts';
import { openPurse } from './open-purse.ts';
import { pagesAddress } from './pages-address.ts';
import type { Parts } from './parts.ts';
import { voteLimitsIn } from './voting-settings.ts';

/** The built pages, as the launcher leaves them. */
const PAGES = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Opens the pages and their interface. */
export async function openWeb(
  parts: Parts,
  desk: DelayedDesk,
  { config, logger, clock }: { config: Config; logger: Logger; clock: Clock },
): Promise<{ url: string; close(): Promise<void> }> {
  const { store, files, media, announcers } = parts;
  const server = await createWebServer({
    requests: store.requests,
    asksBack: (platform) => asksBackAmong(parts.platforms, platform),
    history: store.history,
    historyRecords: store.historyRecords,
    figures: store.figures,
    seededCases: store.seededCases,
    roomPosts: store.roomPosts,
    claims: store.claims,
    curators: store.curators,
    care: store.care,
    sentences: store.sentences,
    audit: store.audit,
    translations: store.translations,
    translator: parts.translator,
    memberSessionStore: store.memberSessionStore,
    decisions: store.decisions,
    joining: store.joining,
    votes: store.votes,
    gallery: store.gallery,
    reels: store.reels,
    duels: store.duels,
    forgetting: store.forgetting,
    voteCases: store.voteCases,
    voteLimits: voteLimitsIn(config),
    winners: store.winners,
    troubles: store.troubles,
    calls: store.calls,
    callFigures: store.callFigures,
    platformIds: parts.platforms.map(({ id }) => id),
    files,
    desk,
    engines: enginesIn(parts).from(null),
    stillUsd: parts.stillMaker?.priceUsd ?? null,
    enginesFor: createEnginesFor({ engines: enginesIn(parts), calls: store.calls }),
    ledger: store.ledger,
    xRecords: store.x,
    readStrikes: openStrikes(store, { config, clock }),
    x: parts.platforms.some(({ id }) => id === 'x') ? xStanding(config) : null,
    signIns: parts.signIns,
    announcements: openAnnouncements(parts, announcers, clock),
    purse: openPurse(store, { config, clock }),
    drawThumbnail: createDrawThumbnail({ files }),
    drawSharePicture: createDrawSharePicture({ files }),
    readCredentials: createReadOwnCredentials({ files, identity: parts.identity }),
    takeInPicture: createTakeInPicture({ files, media }),
    verifyFile: createVerifyFile({ files, media, knownClips: store.knownClips, receive: writeStream }),
    longestSeconds: DEFAULT_READING_LIMITS.seconds.max,
    promptLimit: DEFAULT_READING_LIMITS.promptGraphemes,
    clock,
    newId: () => newId(clock()),
    cookieSecret: await store.settings.getOrCreate('cookie-secret', () => randomBytes(32).toString('base64url')),
    logger,
    publicUrl: config.PUBLIC_URL ?? null,
    trustedProxies: config.TRUSTED_PROXIES?.split(',').map((each) => each.trim()) ?? [],
    staticDirectory: PAGES,
  });
  const url = await server.listen(config.HOST, config.PORT).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return { url: pagesAddress(config, url), close: () => server.close() };
}
