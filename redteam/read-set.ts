import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { LabelledPrompt } from './labelled-prompt.ts';

type Row = Record<string, unknown>;

const TEXT = ['text', 'prompt'];
const CLASS = ['class', 'policy', 'functionality', 'type', 'category', 'attack'];
const HARMFUL = new Set([
  'unsafe',
  'harmful',
  'hateful',
  'harm',
  'refuse',
  'review',
  '1',
  'true',
  'toxic',
  'malicious',
]);
const HARMLESS = new Set(['safe', 'harmless', 'non-hateful', 'benign', 'allow', '0', 'false', 'ok']);

export interface LabelledSet {
  rows: LabelledPrompt[];
  /** Rows whose label says neither, such as a tie among raters. */
  unlabelled: number;
}

/**
 * Reads a labelled set: JSONL or CSV with a text, a label and a class under the names that public sets use, or plain
 * text with one harmless prompt a line. Where raters were counted (`text_unsafe`, `text_safe`), the majority decides.
 */
export async function readSet(path: string): Promise<LabelledSet> {
  const content = await readFile(path, 'utf8');
  if (path.endsWith('.txt')) {
    return { rows: linesOf(content).map((text) => ({ text, harmful: false, class: 'benign' })), unlabelled: 0 };
  }
  const records: Row[] = path.endsWith('.csv')
    ? parse(content, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true })
    : linesOf(content).map((line) => JSON.parse(line) as Row);
  const rows = records.flatMap((record) => readRow(record));
  if (rows.length === 0) throw new Error('no row has a text and a label that can be read');
  return { rows, unlabelled: records.length - rows.length };
}

function linesOf(content: string): string[] {
  return content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

function readRow(row: Row): LabelledPrompt[] {
  const text = TEXT.map((name) => row[name]).find((value) => typeof value === 'string' && value !== '');
  const harmful = isHarmful(row);
  if (typeof text !== 'string' || harmful === null) return [];
  const named = CLASS.map((name) => row[name]).find((value) => value !== undefined && value !== '');
  return [{ text, harmful, class: className(named, harmful) }];
}

function isHarmful(row: Row): boolean | null {
  if (typeof row.text_unsafe === 'number' && typeof row.text_safe === 'number') {
    return row.text_unsafe === row.text_safe ? null : row.text_unsafe > row.text_safe;
  }
  const label = String(row.label ?? row.outcome ?? '').toLowerCase();
  if (HARMFUL.has(label)) return true;
  return HARMLESS.has(label) ? false : null;
}

function className(named: unknown, harmful: boolean): string {
  if (Array.isArray(named))
    return named
      .map(String)
      .toSorted()
      .join('+')
      .replaceAll(/[[\]"]/g, '');
  return typeof named === 'string' ? named : harmful ? 'harmful' : 'benign';
}
