import type { JsonObject } from '../../json.ts';
import type { PageState, SentFile } from '../page-contract.ts';
import { choicesOf } from './choices.ts';
import { element } from './element.ts';
import { number, object, objects, text } from './json.ts';
import { kind } from './kinds.ts';
import { readFile } from './server.ts';
import { say } from './texts.ts';

export type FieldValue = string | boolean | string[] | SentFile[];

/** A part of a form that takes something in. */
export interface Field {
  id: string;
  drawn: HTMLElement;
  value: () => Promise<FieldValue>;
}

let drawn = 0;

/** A form's part with its label; without a field where it only says something. */
export function drawPart(part: JsonObject, state: PageState): { drawn: HTMLElement; field: Field | null } {
  if (part.type === kind.text) return { drawn: element('p', { dir: 'auto' }, text(part.content)), field: null };
  const inner = part.type === kind.row ? objects(part.components)[0] : object(part.component);
  const label = text(part.label) || text(inner?.label);
  const field = inner ? drawField(inner, state) : null;
  if (field === null) return { drawn: element('p', {}, label), field: null };
  drawn += 1;
  const [id, about] = [`field-${drawn}`, text(part.description)];
  field.drawn.id ||= id;
  const described = about === '' ? null : element('span', { class: 'quiet', id: `${id}-about`, dir: 'auto' }, about);
  if (described) field.drawn.setAttribute('aria-describedby', described.id);
  const group = field.drawn.tagName === 'FIELDSET';
  if (group) field.drawn.prepend(element('legend', { dir: 'auto' }, label));
  const labelled = group ? null : element('label', { for: field.drawn.id, dir: 'auto' }, label);
  return { drawn: element('div', { class: 'field' }, labelled, described, field.drawn), field };
}

function drawField(field: JsonObject, state: PageState): Field {
  const id = text(field.custom_id);
  const required = field.required !== false;
  switch (field.type) {
    case kind.textInput: {
      const limits = {
        dir: 'auto',
        required,
        placeholder: text(field.placeholder),
        minlength: number(field.min_length, 0),
        maxlength: number(field.max_length, 4000),
      };
      const box =
        field.style === 1 ? element('input', { ...limits, type: 'text' }) : element('textarea', { ...limits, rows: 5 });
      box.value = text(field.value);
      return { id, drawn: box, value: async () => box.value };
    }
    case kind.checkbox: {
      const box = element('input', { type: 'checkbox', checked: field.default === true });
      return { id, drawn: box, value: async () => box.checked };
    }
    case kind.fileUpload: {
      const box = element('input', { type: 'file', required, multiple: number(field.max_values, 1) > 1 });
      return { id, drawn: box, value: () => Promise.all([...(box.files ?? [])].map(readFile)) };
    }
    case kind.radios:
    case kind.checkboxes:
      return drawGroup(id, field, state);
    default:
      return drawSelectField(id, field, state, required);
  }
}

function drawGroup(id: string, field: JsonObject, state: PageState): Field {
  const one = field.type === kind.radios;
  const boxes = choicesOf(field, state).map((choice) => ({
    ...choice,
    box: element('input', { type: one ? 'radio' : 'checkbox', name: id, value: choice.value, checked: choice.chosen }),
  }));
  const rows = boxes.map(({ box, label, about }) =>
    element('label', { dir: 'auto' }, box, label, about !== '' && element('span', { class: 'quiet' }, about)),
  );
  const value = async () => {
    const values = boxes.filter(({ box }) => box.checked).map(({ value: each }) => each);
    return one ? (values[0] ?? '') : values;
  };
  return { id, drawn: element('fieldset', {}, ...rows), value };
}

function drawSelectField(id: string, field: JsonObject, state: PageState, required: boolean): Field {
  const several = number(field.max_values, 1) > 1;
  const box = element(
    'select',
    { required, multiple: several },
    several ? null : element('option', { value: '' }, text(field.placeholder) || say('none')),
    ...choicesOf(field, state).map(({ value, label, about, chosen }) =>
      element('option', { value, selected: chosen }, about === '' ? label : `${label} – ${about}`),
    ),
  );
  const value = async () => [...box.selectedOptions].map((option) => option.value).filter((each) => each !== '');
  return { id, drawn: box, value };
}
