import type { Announcements } from '../bots/announcing/announcements.ts';
import type { Announcer } from '../bots/announcing/announcer.ts';
import { createAnnouncements } from '../bots/announcing/create-announcements.ts';
import type { FileStore } from '../files/file-store.ts';
import { createMakeSmaller } from '../generation/finishing/make-smaller.ts';
import type { MediaTools } from '../media/media-tools.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { newId } from './new-id.ts';

/** What is told to everybody of calls, by these announcers. */
export function openAnnouncements(
  { store, files, media }: { store: Store; files: FileStore; media: MediaTools },
  announcers: readonly Announcer[],
  clock: Clock,
): Announcements {
  return createAnnouncements({
    ...store,
    announcers,
    makeSmaller: createMakeSmaller({ files, media }),
    newId: () => newId(clock()),
    clock,
  });
}
