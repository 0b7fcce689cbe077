import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../../src/moderation/account/csv-line.ts';

describe('a line of CSV', () => {
  it('is read back as it was, apart from what could be a formula', () => {
    const line = fc.array(
      fc.string({ unit: 'grapheme' }).map((text) => `.${text}`),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(line, (values) => {
        expect(parse(csvLine(values), { recordDelimiter: '\r\n' })).toEqual([values]);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1', '＝1', '＋1', '\u00a0@x'])(
    'takes %j for no formula',
    (text) => {
      expect(parse(csvLine([text]), { recordDelimiter: '\r\n' })).toEqual([[`'${text}`]]);
    },
  );

  it('leaves no cell that begins as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const [cells = []] = parse(csvLine(values), { recordDelimiter: '\r\n', skipEmptyLines: false });
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u);
      }),
    );
  });

  it('writes numbers as they are and nothing for nothing', () => {
    expect(csvLine([-1, null, undefined, 'a"b', 'c,d'])).toBe('-1,,,"a""b","c,d"\r\n');
  });
});
