import type { AnnouncementDraft } from '../../bots/announcing/announcements.ts';
import { sayAnnouncing } from '../../wording/say-announcing.ts';
import {
  type AnnouncementView,
  announcementAnswer,
  announcementOrder,
  announcementsPage,
} from './contract-of-announcing.ts';
import { problems } from './route-schemas.ts';
import type { WebApp } from './web-app.ts';
import type { WebContext } from './web-context.ts';

/** What is told to everybody about calls: drafted here, and posted by a curator's press. */
export function addAnnouncementRoutes(app: WebApp, { announcements, viewerOf }: WebContext): void {
  const tags = ['desk'];
  app.get(
    '/api/desk/announcements',
    {
      schema: {
        tags,
        summary: 'What can be announced of calls, and what was',
        response: { 200: announcementsPage, ...problems },
      },
    },
    async () => ({ announcements: (await announcements.list()).map(viewOf) }),
  );
  app.post(
    '/api/desk/announcements',
    {
      schema: {
        tags,
        summary: 'Announce in one place that a call was opened, or is over; once',
        body: announcementOrder,
        response: { 200: announcementAnswer, ...problems },
      },
    },
    async (request) => {
      const { curator, locale } = await viewerOf(request);
      const { callId: call, platform, place } = request.body;
      const done = await announcements.post(request.body);
      request.log.info({ by: curator, call, platform, place, outcome: done.outcome }, 'A call was to be announced');
      return { outcome: done.outcome, message: sayAnnouncing(locale, done) };
    },
  );
}

function viewOf({ ref, ...draft }: AnnouncementDraft): AnnouncementView {
  return { ...draft, postId: ref?.id ?? null };
}
