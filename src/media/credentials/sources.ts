/** IPTC's terms for where a picture comes from. */
export const SOURCES = {
  model: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  program: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
} as const;
