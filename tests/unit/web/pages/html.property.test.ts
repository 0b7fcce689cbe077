import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmlessText } from '../../../../src/web/pages/harmless-text.ts';
import { html, jsonInScript } from '../../../../src/web/pages/html.ts';

const anything = fc.string({ unit: 'binary', maxLength: 60 });
const nasty = fc.oneof(
  anything,
  fc.constantFrom(
    '<script>alert(1)</script>',
    '" onload="x',
    "'>",
    '</script>',
    '<!--',
    ']]>',
    '&lt;',
    '\u202e',
    '\u0000',
  ),
);

describe('markup', () => {
  it('holds whatever is filled in as text, which neither ends an attribute nor opens an element', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const { text: written } = html`<p title="${title}">${text}</p>`;
        const [, attribute = '', content = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(written) ?? [];
        expect([read(attribute), read(content)]).toEqual([title, text]);
      }),
    );
  });

  it('keeps what is markup already as it is, lists in their order, and nothing of null', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${'<'}</li>`]}${null}</ul>`.text).toBe(
      '<ul><li>1</li><li>&lt;</li></ul>',
    );
  });

  it('writes data into a script that cannot end it and reads back as it was', () => {
    fc.assert(
      fc.property(fc.record({ name: nasty, more: fc.array(nasty) }), (data) => {
        const { text } = jsonInScript(data);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});

describe('a person’s text', () => {
  it('has no direction marks that reach beyond it, and nothing that XML does not take', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const harmless = harmlessText(text);
        expect([...harmless].filter(isHarmful)).toEqual([]);
        expect(harmless.isWellFormed()).toBe(true);
        expect(harmlessText(harmless)).toBe(harmless);
      }),
    );
  });

  it('is otherwise left as it is', () => {
    const texts = ['قطة على سطح', 'ネコ 🐈‍⬛ on a roof', 'a\u200cb', 'two\nlines'];
    expect(texts.map(harmlessText)).toEqual(texts);
  });
});

/** Of XML 1.0, what it does not take; and of Unicode, the marks of direction. */
function isHarmful(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const unshown = (code < 0x20 && ![0x9, 0xa, 0xd].includes(code)) || code === 0xfffe || code === 0xffff;
  return unshown || /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character);
}

function read(written: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return written.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
