import { AdapterError } from '../requests/index.ts';

const MAX_LENGTH = 300;

/** What must never reach a page, in the order in which it is taken out. */
const SECRETS: readonly [RegExp, string][] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '[link]'],
  [
    /\b(bearer|basic|token|authorization|password|secret|api[-_ ]?key)\b["']?\s*[:= ]\s*["']?(?:(?:bearer|basic)\s+)?[^\s"',;]+/gi,
    '$1 [hidden]',
  ],
  [/\b(sk|pk|rk|key|xox[a-z]|gh[a-z])[-_][A-Za-z0-9_-]{8,}/g, '[hidden]'],
  [/\b[A-Za-z0-9_-]{32,}\b/g, '[hidden]'],
];

/**
 * What a curator reads of an error: what failed and how, in one line, without links, tokens or stacks. Of a bug only
 * that there is one: its text may hold anything, and the log has it.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof AdapterError)) {
    const name = error instanceof Error ? error.constructor.name : typeof error;
    return `Something unexpected went wrong (${name}). The log has the details.`;
  }
  return `${error.adapter}: ${shorten(withoutSecrets(oneLine(error.message)))} (${error.code})`;
}

function oneLine(text: string): string {
  const first = text.split(/\r?\n\s*at /, 1)[0] ?? '';
  return first.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function withoutSecrets(text: string): string {
  return SECRETS.reduce((safe, [pattern, instead]) => safe.replace(pattern, instead), text);
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
