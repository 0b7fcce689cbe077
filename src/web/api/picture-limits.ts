/** What a picture that comes with a post may be. It is checked and written anew; the types are what people may pick. */
export const PICTURE_LIMITS = {
  maxBytes: 10 * 1024 * 1024,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
} as const;

export const MEGABYTE = 1024 * 1024;
