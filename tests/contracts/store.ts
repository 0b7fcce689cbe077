import { afterAll, beforeAll, describe } from 'vitest';
import type { OpenRecords } from '../../src/store/open-records.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { auditContract } from './audit-store.ts';
import { countedVotesContract } from './counted-votes.ts';
import { curationContract } from './curation-store.ts';
import { duelStoreContract } from './duel-store.ts';
import { feedContract } from './feed-store.ts';
import { figureStoreContract } from './figure-store.ts';
import { fileOwnersContract } from './file-owners.ts';
import { forgetStoreContract } from './forget-store.ts';
import { galleryStoreContract } from './gallery-store.ts';
import { houseContract } from './house-store.ts';
import { joinStoreContract } from './join-store.ts';
import { knownClipsContract } from './known-clips.ts';
import { leasesContract } from './leases.ts';
import { ledgerContract } from './ledger-store.ts';
import { notChosenContract } from './not-chosen.ts';
import { postStoreContract } from './post-store.ts';
import { testRefusedPictures } from './refused-picture-store.ts';
import { requestStoreContract } from './request-store.ts';
import { sealStoreContract } from './seal-store.ts';
import { seededCaseContract } from './seeded-case-store.ts';
import { similarRequestsContract } from './similar-requests.ts';
import { historyProperties } from './store-properties.ts';
import { LIKE_WEIGHT } from './store-samples.ts';
import { troubleStoreContract } from './trouble-store.ts';
import { voteCaseContract } from './vote-cases.ts';
import { voteStoreContract } from './vote-store.ts';
import { winnerStoreContract } from './winner-store.ts';
import { workStoreContract } from './work-store.ts';
import { xLoginsContract } from './x-logins.ts';
import { xRecordsContract } from './x-records.ts';

/** What the records must do, wherever they are kept. `open` gives empty ones; they are closed at the end. */
export function storeContract(name: string, open: () => Promise<OpenRecords>): void {
  describe(`store: ${name}`, () => {
    let opened: OpenRecords;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = storeOn(opened, LIKE_WEIGHT);
      // PGlite makes a database in 4 s, on a busy machine in a minute.
    }, 120_000);
    afterAll(() => store?.close());
    const storeOf = () => store;
    const tamper = async (...statements: string[]) => {
      for (const statement of statements) await opened.records.drizzle.execute(statement);
    };

    describe('requests', () => requestStoreContract(storeOf));
    describe('similar requests', () => similarRequestsContract(storeOf));
    notChosenContract(storeOf);
    describe('work', () => workStoreContract(storeOf));
    describe('feed', () => feedContract(storeOf));
    describe('figures', () => figureStoreContract(storeOf));
    describe('seeded cases', () => seededCaseContract(storeOf));
    describe('seals', () => sealStoreContract(storeOf, tamper));
    describe('posts', () => postStoreContract(storeOf));
    describe('curation', () => curationContract(storeOf));
    describe('the desk’s audit', () => auditContract(storeOf, tamper));
    describe('ledger', () => ledgerContract(storeOf));
    describe('house rules and servers', () => houseContract(storeOf));
    describe('leases', () => leasesContract(() => store.leases));
    describe('the gallery', () => galleryStoreContract(() => store.gallery));
    describe('known clips', () => knownClipsContract(() => store.knownClips));
    describe('forgetting', () => forgetStoreContract(storeOf));
    describe('troubles', () => troubleStoreContract(storeOf));
    testRefusedPictures(storeOf);
    describe('votes', () => voteStoreContract(storeOf));
    describe('joined accounts', () => joinStoreContract(storeOf));
    describe('counted votes', () => countedVotesContract(storeOf));
    describe('vote cases', () => voteCaseContract(storeOf));
    describe('winners', () => winnerStoreContract(storeOf));
    describe('duels', () => duelStoreContract(storeOf));
    describe('x', () => xRecordsContract(storeOf));
    describe('logins at x', () => xLoginsContract(() => store.xLogins));
    describe('properties', () => historyProperties(storeOf));
    describe('who has files', () => fileOwnersContract(storeOf));
  });
}
