/** What of the board is looked at. */
export interface BoardQuery {
  /** By what clips have their places. */
  by: 'votes' | 'duels';
  /** As in `GalleryQuery`; of no account for duels, which are among all clips of a call. */
  window: string;
  /** A call's id; empty: all, and for duels the one that is on. */
  call: string;
}

export const WHOLE_BOARD: BoardQuery = { by: 'votes', window: 'all', call: '' };

/** The address of a board: what is as it is anyway is left out, so that one thing has one address. */
export function boardPath(query: Partial<BoardQuery>): string {
  const asked = { ...WHOLE_BOARD, ...query };
  const parameters = new URLSearchParams();
  for (const key of ['by', 'window', 'call'] as const) {
    if (asked[key] !== WHOLE_BOARD[key]) parameters.set(key, asked[key]);
  }
  return parameters.size === 0 ? '/board' : `/board?${parameters}`;
}
