import { messages, protocol } from '@electric-sql/pglite';
import pg from 'pg';
import type { QueryConfig, SqlClient } from './records.ts';

const { Parser, serialize } = protocol;

type Field = { name: string; dataTypeID: number };

/** Gives PostgreSQL's protocol to PGlite, message by message in this order, and gives its answer. */
export type SendToEmbedded = (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/**
 * Speaks to PGlite as node-postgres speaks to PostgreSQL: the same Drizzle driver, the same types in the results, and
 * statements that are parsed and planned once. PGlite's own `query` parses and plans each time, in five steps: on two
 * cores a save took 1.2 ms with it and takes 0.35 ms so.
 *
 * One statement runs at a time. There are no transactions over several statements, since those of others would fall in
 * between: what must be one is one statement.
 */
export function createEmbeddedClient(toEmbedded: SendToEmbedded): SqlClient {
  const prepared = new Map<string, Promise<Field[]>>();
  const nameOf = createNames();

  async function send(...parts: Uint8Array[]): Promise<messages.BackendMessage[]> {
    const answer = await toEmbedded(joined(parts));
    const found: messages.BackendMessage[] = [];
    new Parser().parse(answer, (message) => found.push(message));
    const error = found.find((message) => message instanceof messages.DatabaseError);
    if (error) throw error;
    return found;
  }

  async function prepare(name: string, text: string): Promise<Field[]> {
    const answer = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    return fieldsOf(answer);
  }

  async function runNamed(name: string, config: QueryConfig, values: readonly unknown[]) {
    let fields = prepared.get(name);
    if (!fields) {
      fields = prepare(name, config.text);
      prepared.set(name, fields);
      fields.catch(() => prepared.delete(name));
    }
    const known = await fields;
    const answer = await send(
      serialize.bind({ statement: name, values: values.map(toText) }),
      serialize.execute({}),
      serialize.sync(),
    );
    return toResult(answer, known, config);
  }

  async function runOnce(config: QueryConfig, values: readonly unknown[]) {
    const answer = await send(
      serialize.parse({ text: config.text }),
      serialize.bind({ values: values.map(toText) }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    );
    return toResult(answer, fieldsOf(answer), config);
  }

  return {
    query(given, values = []) {
      const config = typeof given === 'string' ? { text: given } : given;
      const name = config.name ?? nameOf(config.text);
      return name === null ? runOnce(config, values) : runNamed(name, config, values);
    },
  };
}

/** Enough for all that the app ever asks; lists of different lengths are different statements. */
const NAMES_AT_MOST = 1000;

/**
 * Names for statements that have none, from the second time on: planning them anew was up to half of what they took.
 * Null where one is to be run as it is: the first time, or where it is no reading or writing of rows.
 */
function createNames(): (text: string) => string | null {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size < NAMES_AT_MOST && /^\s*(select|insert|update|delete|with)\b/i.test(text)) {
      names.set(text, `again-${names.size}`);
    }
    return null;
  };
}

/** In memory of its own, which can be handed to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts) {
    whole.set(part, length);
    length += part.length;
  }
  return whole;
}

function fieldsOf(answer: readonly messages.BackendMessage[]): Field[] {
  const description = answer.find((message) => message.name === 'rowDescription');
  return description ? (description as messages.RowDescriptionMessage).fields : [];
}

function toResult(answer: readonly messages.BackendMessage[], fields: readonly Field[], config: QueryConfig) {
  const types = config.types ?? pg.types;
  const parsers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown);
  const lines = answer.filter((message) => message.name === 'dataRow') as messages.DataRowMessage[];
  const rows = lines.map((line) => {
    const values = line.fields.map((text, place) => (text === null ? null : parsers[place]?.(text)));
    if (config.rowMode === 'array') return values;
    return Object.fromEntries(values.map((value, place) => [fields[place]?.name, value]));
  });
  const done = answer.find((message) => message.name === 'commandComplete') as
    | messages.CommandCompleteMessage
    | undefined;
  return { rows, rowCount: Number(done?.text.split(' ').at(-1) ?? 0) || 0 };
}

/** As node-postgres writes values. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toElement(value: unknown): string {
  const text = toText(value);
  if (text === null) return 'NULL';
  return Array.isArray(value) ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
