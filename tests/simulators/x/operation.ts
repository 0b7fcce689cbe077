import type { User } from './world.ts';
import type { X } from './x.ts';

export interface Call {
  x: X;
  /** Whose tokens came with it; null for the app's own. */
  user: User | null;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** One operation of X's API. */
export interface Operation {
  method: 'GET' | 'POST' | 'DELETE';
  /** As in the specification. */
  route: string;
  handle(call: Call): Answer;
}
