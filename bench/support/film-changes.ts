/** What becomes of a clip elsewhere: FFmpeg's filters, x264's constant rate factor, and what is cut off at the start. */
export interface FilmChange {
  name: string;
  filters: string;
  /** 20 is our own, 35 is rough, 45 is blocks. */
  quality: number;
  /** In seconds. */
  from: number;
}

const change = (name: string, filters: string, { quality = 26, from = 0 } = {}): FilmChange => ({
  ...{ name, filters, quality, from },
});
const cut = (share: number) => `crop=2*floor(iw*${share}/2):2*floor(ih*${share}/2)`;

export const CHANGES: readonly FilmChange[] = [
  change('encoded again, crf 26', 'null'),
  change('encoded again, crf 35', 'null', { quality: 35 }),
  change('encoded again, crf 45', 'null', { quality: 45 }),
  change('scaled to 360p', 'scale=640:360'),
  change('scaled to 144p, crf 35', 'scale=256:144', { quality: 35 }),
  change('stretched to 4:3', 'scale=640:480'),
  change('cut to 95 %', cut(0.95)),
  change('cut to 90 %', cut(0.9)),
  change('cut to 80 %', cut(0.8)),
  change('cut to 70 %', cut(0.7)),
  change('cut to 60 %', cut(0.6)),
  change('10 % cut off below', 'crop=iw:2*floor(ih*0.9/2):0:0'),
  change('20 % cut off below', 'crop=iw:2*floor(ih*0.8/2):0:0'),
  change('10 % cut off above', 'crop=iw:2*floor(ih*0.9/2):0:ih-oh'),
  change('15 % cut off at the left', 'crop=2*floor(iw*0.85/2):ih:iw-ow:0'),
  change('18 % cut off at the right', 'crop=2*floor(iw*0.82/2):ih:0:0'),
  change('cut to a square', 'crop=ih:ih'),
  change('cut to 9:16', 'crop=2*floor(ih*9/32):ih'),
  change('black bars above and below', 'pad=iw:2*floor(ih*1.4/2):0:(oh-ih)/2'),
  change('brighter, more contrast', 'lutyuv=y=clip((val-128)*1.2+148\\,16\\,235)'),
  change('the first 2 s cut off', 'null', { from: 2 }),
  change('all of it: 90 %, 360p, crf 35, later', `${cut(0.9)},scale=640:360`, { quality: 35, from: 1.3 }),
  change('mirrored', 'hflip'),
];
