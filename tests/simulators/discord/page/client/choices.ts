import type { JsonObject } from '../../json.ts';
import type { PageState } from '../page-contract.ts';
import { objects, text } from './json.ts';
import { kind } from './kinds.ts';

export interface Choice {
  value: string;
  label: string;
  about: string;
  chosen: boolean;
}

/** What can be picked from a select: its own options, or people, roles and channels. */
export function choicesOf(select: JsonObject, state: PageState): Choice[] {
  const before = objects(select.default_values).map(({ id }) => text(id));
  const pick = (value: string, label: string): Choice => ({ value, label, about: '', chosen: before.includes(value) });
  const people = () => state.people.map(({ id, name }) => pick(id, `@${name}`));
  const roles = () => state.roles.map(({ id, name }) => pick(id, name.startsWith('@') ? name : `@${name}`));
  switch (select.type) {
    case kind.userSelect:
      return people();
    case kind.roleSelect:
      return roles();
    case kind.mentionableSelect:
      return [...people(), ...roles()];
    case kind.channelSelect:
      return state.channels.filter(({ name }) => name !== '').map(({ id, name }) => pick(id, `#${name}`));
    default:
      return objects(select.options).map((option) => ({
        value: text(option.value),
        label: text(option.label),
        about: text(option.description),
        chosen: option.default === true,
      }));
  }
}
