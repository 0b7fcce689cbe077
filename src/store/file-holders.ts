/**
 * The records that hold files: by what their rows are ordered, and where a hash stands in one. What the history says is
 * what was, and holds nothing: it can only be added to. Bodies are looked through as text, since wherever a hash stands
 * in one it is a file that it has.
 */
export const FILE_HOLDERS = [
  { table: 'requests', id: 'id', text: 'body::text' },
  { table: 'room_posts', id: 'id', text: `concat_ws(' ', picture, video)` },
  { table: 'calls', id: 'id', text: 'body::text' },
  { table: 'call_reels', id: 'call_id', text: 'reel::text' },
] as const;
