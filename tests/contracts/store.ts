import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { curationContract } from './curation-store.ts';
import { feedContract } from './feed-store.ts';
import { fileOwnersContract } from './file-owners.ts';
import { forgetStoreContract } from './forget-store.ts';
import { houseContract } from './house-store.ts';
import { knownClipsContract } from './known-clips.ts';
import { leasesContract } from './leases.ts';
import { ledgerContract } from './ledger-store.ts';
import { postStoreContract } from './post-store.ts';
import { testRefusedPictures } from './refused-picture-store.ts';
import { requestStoreContract } from './request-store.ts';
import { historyProperties } from './store-properties.ts';
import { troubleStoreContract } from './trouble-store.ts';
import { voteStoreContract } from './vote-store.ts';
import { workStoreContract } from './work-store.ts';
import { xLoginsContract } from './x-logins.ts';
import { xRecordsContract } from './x-records.ts';

/** What the records must do, wherever they are kept. `open` gives an empty store; it is closed at the end. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      // PGlite makes a database in 4 s, on a busy machine in a minute.
    }, 120_000);
    afterAll(() => store?.close());
    const storeOf = () => store;

    describe('requests', () => requestStoreContract(storeOf));
    describe('work', () => workStoreContract(storeOf));
    describe('feed', () => feedContract(storeOf));
    describe('posts', () => postStoreContract(storeOf));
    describe('curation', () => curationContract(storeOf));
    describe('ledger', () => ledgerContract(storeOf));
    describe('house rules and servers', () => houseContract(storeOf));
    describe('leases', () => leasesContract(() => store.leases));
    describe('known clips', () => knownClipsContract(() => store.knownClips));
    describe('forgetting', () => forgetStoreContract(storeOf));
    describe('troubles', () => troubleStoreContract(storeOf));
    testRefusedPictures(storeOf);
    describe('votes', () => voteStoreContract(storeOf));
    describe('x', () => xRecordsContract(storeOf));
    describe('logins at x', () => xLoginsContract(() => store.xLogins));
    describe('properties', () => historyProperties(storeOf));
    describe('who has files', () => fileOwnersContract(storeOf));
  });
}
