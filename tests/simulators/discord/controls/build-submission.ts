import type { Discord } from '../discord.ts';
import type { Modal } from '../interactions/interaction.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import { componentKind } from '../messages/component-kinds.ts';
import { takeInFiles } from '../messages/take-in-files.ts';
import type { Channel } from '../world/world.ts';
import { resolveIds } from './resolve-ids.ts';
import type { Attached } from './writing.ts';

/** By custom id: what was typed, what was chosen, whether it was ticked, or files. */
export type Submitted = Readonly<Record<string, string | boolean | readonly string[] | readonly Attached[]>>;

const kind = componentKind;

/** What a filled-in form sends (docs: components/reference). Throws where the client would not let it go. */
export function buildSubmission(discord: Discord, channel: Channel, modal: Modal, given: Submitted): JsonObject {
  const ids: unknown[] = [];
  const fields = modal.components.flatMap((part) => fieldsOf(part));
  for (const id of Object.keys(given)) {
    if (!fields.some((field) => field.custom_id === id)) throw new Error(`the form has no field ${id}`);
  }
  let next = 1;
  const numbered = (part: JsonObject) => (typeof part.id === 'number' ? part.id : next++);
  const fill = (field: JsonObject): JsonObject => ({
    type: field.type,
    id: numbered(field),
    custom_id: field.custom_id,
    ...submittedValue(discord, channel, field, given[String(field.custom_id)], ids),
  });
  const components = modal.components.map((part) => {
    const id = numbered(part);
    if (part.type === kind.label) return { type: kind.label, id, component: fill(part.component as JsonObject) };
    if (part.type === kind.actionRow) return { type: part.type, id, components: objectsIn(part.components).map(fill) };
    return { type: part.type, id };
  });
  const resolved = resolveIds(discord, channel, ids);
  return { custom_id: modal.customId, components, ...(ids.length === 0 ? {} : { resolved }) };
}

/** The parts of a form that take something in. */
export function fieldsOf(part: JsonObject): JsonObject[] {
  if (part.type === kind.label) return isObject(part.component) ? [part.component] : [];
  return part.type === kind.actionRow ? objectsIn(part.components) : [];
}

function submittedValue(
  discord: Discord,
  channel: Channel,
  field: JsonObject,
  given: Submitted[string] | undefined,
  ids: unknown[],
): JsonObject {
  switch (field.type) {
    case kind.textInput:
      return { value: checkText(field, textIn(given) ?? textIn(field.value) ?? '') };
    case kind.checkbox:
      return { value: given === undefined ? field.default === true : given === true };
    case kind.radioGroup:
      return { value: checkOptions(field, given === undefined ? chosenBefore(field) : [String(given)])[0] ?? null };
    case kind.checkboxGroup:
    case kind.stringSelect:
      return { values: checkOptions(field, given === undefined ? chosenBefore(field) : [given].flat().map(String)) };
    case kind.fileUpload: {
      const files = Array.isArray(given) ? (given as Attached[]) : [];
      const sent = files.map(({ name, bytes, contentType = '' }, index) => ({ index, name, contentType, bytes }));
      const values = takeInFiles(discord, channel.id, sent, []).map(({ id }) => id);
      ids.push(...values);
      if (values.length < Number(field.min_values ?? (field.required === false ? 0 : 1))) throw missing(field);
      return { values };
    }
    default: {
      const values = given === undefined ? defaultIds(field) : [given].flat().map(String);
      if (values.length === 0 && field.required !== false) throw missing(field);
      ids.push(...values);
      return { values };
    }
  }
}

function missing(field: JsonObject): Error {
  return new Error(`the field ${String(field.custom_id)} is needed`);
}

function checkText(field: JsonObject, text: string): string {
  if (text === '' && field.required !== false) throw missing(field);
  const least = Number(field.min_length ?? 0);
  const most = Number(field.max_length ?? 4000);
  if (text !== '' && (text.length < least || text.length > most)) {
    throw new Error(`the field ${String(field.custom_id)} takes ${least} to ${most} characters`);
  }
  return text;
}

function chosenBefore(field: JsonObject): string[] {
  return objectsIn(field.options).flatMap((option) => (option.default === true ? [String(option.value)] : []));
}

function defaultIds(field: JsonObject): string[] {
  return objectsIn(field.default_values).map(({ id }) => String(id));
}

function checkOptions(field: JsonObject, values: string[]): string[] {
  const known = objectsIn(field.options).map(({ value }) => String(value));
  for (const value of values) if (!known.includes(value)) throw new Error(`${value} is none of ${known.join(', ')}`);
  if (values.length === 0 && field.required !== false) throw missing(field);
  const most = Number(field.max_values ?? (field.type === kind.checkboxGroup ? known.length : 1));
  if (values.length > most) throw new Error(`at most ${most} of ${known.join(', ')}`);
  return values;
}
