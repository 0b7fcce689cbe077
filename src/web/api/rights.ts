import type { CuratorRole } from '../../requests/index.ts';

/**
 * Who may do what. `anyone` needs nothing; `visitor` is given an identity if there was none; `author` is a visitor whom
 * the route itself compares with the post's author; the others are signed in at the desk, in that role or a higher one.
 */
export type Right = 'anyone' | 'visitor' | 'author' | CuratorRole;

/** The right of every route. A route that does not stand here cannot be registered. `HEAD` is as `GET`. */
export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /api/health': 'anyone',
  'GET /api/me': 'visitor',
  'PATCH /api/me': 'visitor',
  'GET /api/sign-in': 'anyone',
  'POST /api/sign-in/discord': 'anyone',
  'POST /api/sign-in/discord/finish': 'anyone',
  'GET /api/room': 'anyone',
  'GET /api/room/threads': 'anyone',
  'GET /api/room/threads/:id': 'anyone',
  'POST /api/room/posts': 'visitor',
  'PATCH /api/room/posts/:id': 'author',
  'DELETE /api/room/posts/:id': 'author',
  'GET /api/requests/:id': 'anyone',
  'POST /api/requests/:id/appeal': 'author',
  'GET /api/requests/:id/statement': 'author',
  'PUT /api/requests/:id/vote': 'visitor',
  'DELETE /api/requests/:id/vote': 'visitor',
  'PUT /api/clips/:id/vote': 'visitor',
  'DELETE /api/clips/:id/vote': 'visitor',
  'POST /api/clips/:id/view': 'visitor',
  'GET /api/clips/standing': 'visitor',
  'GET /api/results': 'anyone',
  'GET /results': 'anyone',
  'GET /results/feed.xml': 'anyone',
  'GET /results/feed.json': 'anyone',
  'GET /board': 'anyone',
  'GET /clips/:id': 'anyone',
  'GET /clips/:id/thumbnail.webp': 'anyone',
  'GET /api/events': 'anyone',
  'GET /files/:sha256': 'anyone',
  'POST /api/desk/session': 'anyone',
  'DELETE /api/desk/session': 'anyone',
  'POST /api/desk/invitations': 'lead',
  'GET /api/desk': 'viewer',
  'GET /api/desk/counts': 'viewer',
  'GET /api/desk/claims': 'viewer',
  'GET /api/desk/requests/:id': 'viewer',
  'POST /api/desk/requests/:id': 'curator',
  'POST /api/desk/requests': 'curator',
  'GET /api/desk/decisions': 'viewer',
  'POST /api/desk/undo': 'curator',
  'GET /api/desk/people': 'lead',
  'PATCH /api/desk/people/:name': 'operator',
  'DELETE /api/desk/people/:name': 'operator',
  'GET /api/desk/sessions': 'viewer',
  'DELETE /api/desk/sessions/:id': 'viewer',
  'GET /api/desk/money': 'curator',
  'GET /api/desk/money/x': 'curator',
  'GET /api/desk/announcements': 'curator',
  'POST /api/desk/announcements': 'curator',
  'GET /api/desk/history': 'lead',
  'GET /api/desk/figures': 'lead',
  'GET /api/desk/statements': 'lead',
  'GET /api/asked/x/:post': 'anyone',
  'POST /api/verify': 'visitor',
  'GET /api/docs': 'anyone',
  'GET /api/docs/': 'anyone',
  'GET /api/docs/json': 'anyone',
  'GET /api/docs/yaml': 'anyone',
  'GET /api/docs/static/index.html': 'anyone',
  'GET /api/docs/static/swagger-initializer.js': 'anyone',
  'GET /api/docs/static/*': 'anyone',
  'GET /*': 'anyone',
};

export function rightOf(method: string, url: string): Right | undefined {
  return RIGHTS[`${method === 'HEAD' ? 'GET' : method} ${url}`];
}
