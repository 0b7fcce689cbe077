/** Bits of 64 in which two marks may differ and still be of one picture, scaled or encoded otherwise. */
export const SAME_PICTURE_WITHIN = 6;
