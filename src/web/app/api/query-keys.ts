import type { DESK_VIEWS } from '../../api/contract.ts';
import type { FigureWindow } from '../../api/contract-of-figures.ts';

export type Whose = 'all' | 'mine';
export type DeskView = (typeof DESK_VIEWS)[number];
export type DeskOrder = 'oldest' | 'newest' | 'most-wanted';

/** Under which keys the answers of the interface are kept. */
export const queryKeys = {
  room: ['room'] as const,
  me: ['me'] as const,
  signInOffer: ['sign-in'] as const,
  mine: ['mine', 'selves'] as const,
  everyMine: ['mine'] as const,
  everyOwnRequests: ['mine', 'requests'] as const,
  ownRequests: (platform: string) => ['mine', 'requests', platform] as const,
  everyThreads: ['threads'] as const,
  threads: (whose: Whose) => ['threads', whose] as const,
  duels: (call: string | null) => ['duels', call] as const,
  everyDuelBoard: ['duel-board'] as const,
  duelBoard: (call: string | null) => ['duel-board', call] as const,
  everyDesk: ['desk'] as const,
  everyDeskPage: ['desk', 'page'] as const,
  desk: (view: DeskView, order: DeskOrder) => ['desk', 'page', view, order] as const,
  deskCounts: ['desk', 'counts'] as const,
  seeded: ['desk', 'seeded'] as const,
  decisions: ['desk', 'decisions'] as const,
  care: ['care'] as const,
  sentences: ['sentences'] as const,
  translation: (id: string, language: string, prompt: string) => ['translation', id, language, prompt] as const,
  everyDeskCard: ['desk', 'card'] as const,
  xMoney: ['desk', 'x-money'] as const,
  announcements: ['desk', 'announcements'] as const,
  voteCases: ['desk', 'vote-cases'] as const,
  deskCalls: ['desk', 'calls'] as const,
  deskPeople: ['desk', 'people'] as const,
  audit: ['desk', 'audit'] as const,
  deskSessions: ['desk', 'sessions'] as const,
  statement: (requestId: string) => ['statement', requestId] as const,
  figures: (window: FigureWindow) => ['figures', window] as const,
  request: (id: string) => ['request', id] as const,
  asked: (post: string) => ['asked', post] as const,
  deskCard: (id: string) => ['desk', 'card', id] as const,
};
