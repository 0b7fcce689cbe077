import { z } from 'zod';
import { settings } from './settings.ts';

export interface SettingDescription {
  name: string;
  /** E.g. `a whole number from 0 to 65535`; choices one by one. */
  mayBe: { choices: string[] } | { text: string };
  default: string | null;
  does: string;
}

interface JsonSetting {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
  description?: string;
}

/** Every setting as the schema has it. */
export function describeSettings(): SettingDescription[] {
  const { properties = {} } = z.toJSONSchema(settings, { unrepresentable: 'any' }) as {
    properties?: Record<string, JsonSetting>;
  };
  return Object.entries(properties).map(([name, setting]) => ({
    name,
    mayBe: mayBe(setting),
    default: setting.default === undefined ? null : String(setting.default),
    does: setting.description ?? '',
  }));
}

function mayBe({ type, enum: choices, minimum, maximum }: JsonSetting): SettingDescription['mayBe'] {
  if (choices) return { choices };
  if (type === 'integer') return { text: `a whole number from ${minimum} to ${maximum}` };
  return { text: type === 'number' ? `a number from ${minimum} to ${maximum}` : 'text' };
}
