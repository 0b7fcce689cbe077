import type { FastifyRequest } from 'fastify';
import type { ReadDuelBoard } from '../../voting/read-boards.ts';
import type { CallsOfDuels } from './calls-of-duels.ts';
import type { CuratorSessions } from './curator-sessions.ts';
import type { EventHub } from './event-hub.ts';
import type { MemberSessions } from './member-sessions.ts';
import type { ReadDeskCards } from './read-desk-cards.ts';
import type { ReadRequestViews } from './read-request-views.ts';
import type { ReadThreadViews } from './read-thread-views.ts';
import type { Viewer } from './viewer.ts';
import type { Visitors } from './visitors.ts';
import type { WebDependencies } from './web-dependencies.ts';

/** What the routes share. */
export interface WebContext extends WebDependencies {
  /** Without a slash at its end. */
  publicUrl: string | null;
  visitors: Visitors;
  sessions: CuratorSessions;
  memberSessions: MemberSessions;
  /** Whether people reach the pages by HTTPS only. */
  secure: boolean;
  viewerOf: (request: FastifyRequest) => Promise<Viewer>;
  readRequestViews: ReadRequestViews;
  readThreadViews: ReadThreadViews;
  readDeskCards: ReadDeskCards;
  callsOfDuels: CallsOfDuels;
  readDuelBoard: ReadDuelBoard;
  hub: EventHub;
}
