/** What a file may be that somebody wants verified; the types are what people may pick. */
export const VERIFY_LIMITS = {
  maxBytes: 100 * 1024 * 1024,
  types: ['video/mp4', 'video/webm', 'video/quicktime'],
} as const;
