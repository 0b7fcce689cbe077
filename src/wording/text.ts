/**
 * One text, or its plural forms chosen by `{count}`; `zero` may be given in any language and then stands for exactly
 * none. `{name}` is filled in; what stands between backticks is set from left to right, without them.
 */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** English counts one and other; a form that is missing would be a sentence gone wrong. */
export type EnglishText = string | { zero?: string; one: string; other: string };

/** Arabic counts none, one, two, three to ten, eleven to ninety-nine and the rest, each with its own noun. */
export type ArabicText = string | { zero?: string; one: string; two: string; few: string; many: string; other: string };

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type FormsOf<T extends Text> = T extends string
  ? T
  : Extract<T[keyof T], string> | (T extends string ? never : '{count}');

/** What a text must be given. Numbers are written as the language writes them; strings are taken as untrusted. */
export type Inserts<T extends Text> = { [Name in NamesIn<FormsOf<T>>]: Name extends 'count' ? number : Insert };

export type Insert = string | number | Said;

/** A text of our own making that stands in another one: it is neither untrusted nor to be kept apart. */
export interface Said {
  said: string;
}
