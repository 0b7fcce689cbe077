import type { JsonObject } from '../../json.ts';

/** Components come as whatever the bot sent: read with care. */
export function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter((one): one is JsonObject => typeof one === 'object' && one !== null) : [];
}

export function object(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** A text in the person's language, where the bot gave one. */
export function localized(of: JsonObject, key: string, locale: string): string {
  const known = object(of[`${key}_localizations`]);
  return text(known?.[locale]) || text(of[key]);
}
