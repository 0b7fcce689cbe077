import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../../src/moderation/screening/policies.ts';
import { LOCALES } from '../../../src/requests/index.ts';
import {
  DECLINE_REASONS,
  DISCORD_TEXTS,
  EVERYBODY_TEXTS,
  OPERATING_TEXTS,
  POLICY_TEXTS,
  REPLIES,
  REVIEW_TEXTS,
  type ReplyKey,
  SIGN_IN_TEXTS,
  type Text,
  TROUBLE_TEXTS,
  X_TEXTS,
} from '../../../src/wording/index.ts';
import { PAGE_TEXTS } from '../../../src/wording/pages.ts';
import { ANNOUNCING_TEXTS } from '../../../src/wording/say-announcing.ts';

const areas: Record<string, Record<'en' | 'ar', Record<string, Text>>> = {
  replies: REPLIES,
  discord: DISCORD_TEXTS,
  x: X_TEXTS,
  everybody: EVERYBODY_TEXTS,
  announcing: ANNOUNCING_TEXTS,
  operating: OPERATING_TEXTS,
  pages: PAGE_TEXTS,
  review: REVIEW_TEXTS,
  'sign-in': SIGN_IN_TEXTS,
  troubles: TROUBLE_TEXTS,
};
const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
const insertsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each(Object.entries(areas))('the texts of the %s', (_, { en, ar }) => {
  const keys = Object.keys(en);

  it('are the same ones in each language, and none is empty', () => {
    expect(Object.keys(ar).sort()).toEqual(keys.toSorted());
    for (const text of [...Object.values(en), ...Object.values(ar)].flatMap(formsOf)) expect(text.trim()).not.toBe('');
  });

  it('have every plural form that the language has', () => {
    for (const text of Object.values(en))
      if (typeof text !== 'string') expect(Object.keys(text)).toEqual(expect.arrayContaining(['one', 'other']));
    for (const text of Object.values(ar)) {
      if (typeof text !== 'string')
        expect(Object.keys(text)).toEqual(expect.arrayContaining(['one', 'two', 'few', 'many', 'other']));
    }
  });

  it.each(keys)('%s is filled in alike', (key) => {
    const [english, arabic] = [en[key] ?? '', ar[key] ?? ''];
    const wanted = insertsOf(typeof english === 'string' ? english : english.other);
    for (const text of [english, arabic]) {
      const forms = typeof text === 'string' ? { other: text } : text;
      for (const [form, written] of Object.entries(forms)) {
        // The noun itself may say none, one or two.
        if (['zero', 'one', 'two'].includes(form)) expect(wanted).toEqual(expect.arrayContaining(insertsOf(written)));
        else expect(insertsOf(written)).toEqual(wanted);
      }
    }
  });
});

it('no text of the pages takes the place of another', async () => {
  const joined = readFileSync(new URL('../../../src/wording/pages.ts', import.meta.url), 'utf8');
  const parts = [...joined.matchAll(/'\.\/([a-z-]+-english\.ts)'/g)].map(([, name]) => name);
  const keys: string[] = [];
  for (const part of parts) {
    const exported: Record<string, object> = await import(`../../../src/wording/${part}`);
    keys.push(...Object.values(exported).flatMap((texts) => Object.keys(texts)));
  }
  expect(parts.length).toBeGreaterThan(5);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

describe('what the app needs texts for', () => {
  it('has a title and a sentence for every policy in every language', () => {
    for (const locale of LOCALES) {
      for (const { code } of POLICIES) {
        const { title, sentence } = POLICY_TEXTS[locale][code];
        expect(title).not.toBe('');
        expect(sentence).toMatch(/[.؟!]$/);
      }
    }
  });

  it('has a sentence for every reason to decline', () => {
    const keys = DECLINE_REASONS.map((reason): ReplyKey => `decline-${reason}`);
    for (const locale of LOCALES) for (const key of keys) expect(REPLIES[locale][key]).toMatch(/[.؟!]$/);
  });

  it('says everything in Arabic in Arabic letters', () => {
    const latin = Object.entries(REPLIES.ar).filter(([, text]) =>
      formsOf(text).some((form) => /[A-Za-z]/.test(form.replace(/`[^`]*`|\{\w+\}|@opencall/g, ''))),
    );
    expect(latin).toEqual([]);
  });
});
