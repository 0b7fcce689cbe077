import type { FastifyRequest } from 'fastify';
import { type CuratorRole, type Locale, type Member, memberKey, type PromptRequest } from '../../requests/index.ts';
import { languageOf } from './choose-language.ts';
import type { CuratorSessions } from './curator-sessions.ts';
import type { MemberSessions } from './member-sessions.ts';
import { memberOf, type Visitors } from './visitors.ts';

/** Whoever looks: what they see depends on it. */
export interface Viewer {
  member: Member;
  /** The `memberKey` under which they vote and ask. */
  key: string;
  /** Who they have shown to be elsewhere, by signing in with those accounts. */
  accounts: readonly Member[];
  /** The curator's name when signed in at the desk. */
  curator: string | null;
  /** Their role there. */
  role: CuratorRole | null;
  locale: Locale;
}

/** Who is nobody in particular: what they see, everybody may see. */
export const NOBODY: Viewer = {
  member: { platform: '', id: '', name: '' },
  key: '',
  accounts: [],
  curator: null,
  role: null,
  locale: 'en',
};

export function createViewerOf({
  visitors,
  sessions,
  memberSessions,
}: {
  visitors: Visitors;
  sessions: CuratorSessions;
  memberSessions: MemberSessions;
}) {
  return async (request: FastifyRequest): Promise<Viewer> => {
    const locale = languageOf(request);
    const member = memberOf(visitors.of(request), locale);
    const [signedIn, accounts] = await Promise.all([sessions.of(request), memberSessions.of(request)]);
    const { name: curator = null, role = null } = signedIn ?? {};
    return { member, key: memberKey(member), accounts, curator, role, locale };
  };
}

/** Everybody whom they have shown to be. */
export function selvesOf({ member, accounts }: Viewer): Member[] {
  return [member, ...accounts];
}

export function isMine(
  { key, accounts }: Pick<Viewer, 'key' | 'accounts'>,
  author: Pick<Member, 'platform' | 'id'>,
): boolean {
  return [key, ...accounts.map(memberKey)].includes(memberKey(author));
}

/** What was refused, turned down, taken down or taken back is shown to its requester and to curators only. */
export function isShownTo(request: PromptRequest, viewer: Viewer): boolean {
  switch (request.state) {
    case 'refused':
    case 'declined':
    case 'removed':
    case 'withdrawn':
      return viewer.curator !== null || isMine(viewer, request.requester);
    default:
      return true;
  }
}
