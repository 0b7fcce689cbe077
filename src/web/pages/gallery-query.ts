/** What of the results is looked at. */
export interface GalleryQuery {
  order: 'best' | 'newest';
  /** `all`, the last `month` or `week`, or a certain one as `2026-W48`. */
  window: string;
  /** A call's id; empty: all. */
  call: string;
  /** Of the looks that were asked for; empty: all. */
  style: string;
  /** Words that are looked for; empty: none. */
  words: string;
  offset: number;
}

export const WHOLE_GALLERY: GalleryQuery = { order: 'best', window: 'all', call: '', style: '', words: '', offset: 0 };

/** Names in the address; `order` and `window` are as they always were, since people have handed on such links. */
const NAMES = { order: 'order', window: 'window', call: 'call', style: 'style', words: 'q', offset: 'offset' } as const;

/** The address of what is looked at: what is as it is anyway is left out, so that one thing has one address. */
export function galleryPath(query: Partial<GalleryQuery>, path = '/results'): string {
  const asked = { ...WHOLE_GALLERY, ...query };
  const parameters = new URLSearchParams();
  for (const key of Object.keys(NAMES) as (keyof GalleryQuery)[]) {
    if (asked[key] !== WHOLE_GALLERY[key]) parameters.set(NAMES[key], String(asked[key]));
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
