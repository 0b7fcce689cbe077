import * as published from 'discord-api-spec/zod';

interface Issue {
  path: readonly PropertyKey[];
  message: string;
  code?: string;
}

interface Schema {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly Issue[] } };
}

/** A place where a value is not as Discord's OpenAPI says. */
export interface SpecProblem {
  path: (string | number)[];
  message: string;
}

/**
 * Holds values to Discord's own OpenAPI, by the name of a schema in it: `MessageResponse`, or several of which one must
 * fit, or a list of one. The schemas come from npm `discord-api-spec`, generated from it daily.
 */
export type SchemaName = string | readonly string[] | { listOf: string | readonly string[] };

function find(name: string): Schema {
  const schema = (published as unknown as Record<string, Schema>)[`${name}Schema`];
  if (schema === undefined) throw new Error(`the specification has no schema ${name}`);
  return schema;
}

/** What is wrong with a body that a client sent. */
export function checkSent(name: SchemaName, value: unknown): SpecProblem[] {
  return checkAgainst(name, asSentBySpec(value));
}

/** What is wrong with something that Discord says. */
export function checkSaid(name: SchemaName, value: unknown): SpecProblem[] {
  return checkAgainst(name, asSaidBySpec(value));
}

function checkAgainst(name: SchemaName, value: unknown): SpecProblem[] {
  if (typeof name === 'string') return problemsOf(find(name), value);
  if ('listOf' in name) {
    if (!Array.isArray(value)) return [{ path: [], message: 'must be a list' }];
    return value.flatMap((one, index) =>
      checkAgainst(name.listOf, one).map(({ path, message }) => ({ path: [index, ...path], message })),
    );
  }
  const tries = name.map((one) => problemsOf(find(one), value));
  if (tries.some((problems) => problems.length === 0)) return [];
  return tries.toSorted((left, right) => depth(right) - depth(left))[0] ?? [];
}

function depth(problems: readonly SpecProblem[]): number {
  return Math.max(0, ...problems.map(({ path }) => path.length));
}

function problemsOf(schema: Schema, value: unknown): SpecProblem[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    message,
  }));
}

const withOffset = /^(\d{4}-\d\d-\d\dT[\d:.]+)\+00:00$/;

/**
 * Seen in November 2026: the schemas take only `Z` for a time in UTC, and Discord writes `+00:00`; they know of no
 * forwarded messages, whose reference is of type 1; and they have the codes of what is wrong in a form as numbers, which
 * are words (docs: reference, "Error Messages").
 */
function asSaidBySpec(value: unknown): unknown {
  return rewrite(value, (inner, key, within) => {
    if (key === 'type' && within === 'message_reference' && inner === 1) return 0;
    if (key === 'code' && within === '_errors' && typeof inner === 'string') return 0;
    return typeof inner === 'string' && withOffset.test(inner) ? inner.replace(withOffset, '$1Z') : inner;
  });
}

/**
 * Seen in November 2026: the specification has permissions as a number and the id of a new attachment as text, where the
 * documentation and all clients have it the other way round.
 */
function asSentBySpec(value: unknown): unknown {
  return rewrite(value, (inner, key, within) => {
    if (key === 'default_member_permissions' && typeof inner === 'string') return Number(inner);
    if (key === 'id' && within === 'attachments' && typeof inner === 'number') return String(inner);
    return inner;
  });
}

type Change = (value: unknown, key: string, within: string) => unknown;

function rewrite(value: unknown, change: Change, key = '', within = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => rewrite(one, change, key, key));
  if (typeof value !== 'object' || value === null) return change(value, key, within);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rewrite(inner, change, name, key)]));
}
