import type { JsonObject } from '../../json.ts';
import type { SentFile } from '../page-contract.ts';
import { choicesOf } from './choices.ts';
import { element } from './element.ts';
import { localized, number, objects, text } from './json.ts';
import { kind, optionKind, typedCommand } from './kinds.ts';
import { readFile } from './server.ts';
import type { Stage } from './stage.ts';
import { say } from './texts.ts';

/** A command as it is typed, its parts written out: `my requests`. */
export interface TypedCommand {
  name: string;
  about: string;
  options: readonly JsonObject[];
}

type OptionValue = string | number | boolean | SentFile;

/** The commands that are typed, each with its parts, described in the person's language. */
export function typedCommands(commands: readonly JsonObject[], locale: string): TypedCommand[] {
  const flat = (level: JsonObject, before: string): TypedCommand[] => {
    const name = `${before}${text(level.name)}`;
    const parts = objects(level.options).filter(({ type }) => number(type, 0) <= optionKind.group);
    if (parts.length > 0) return parts.flatMap((part) => flat(part, `${name} `));
    return [{ name, about: localized(level, 'description', locale), options: objects(level.options) }];
  };
  const typed = commands.filter(({ type }) => number(type, typedCommand) === typedCommand);
  return typed.flatMap((command) => flat(command, '')).toSorted((one, other) => one.name.localeCompare(other.name));
}

interface OptionField {
  name: string;
  drawn: HTMLElement;
  value: () => Promise<OptionValue | undefined>;
}

/** The form in which a command's options are given. */
export function drawCommandForm(
  stage: Stage,
  command: TypedCommand,
  locale: string,
  close: () => void,
): HTMLFormElement {
  const valuesOf = async (fields: readonly OptionField[]) => {
    const entries = await Promise.all(fields.map(async ({ name, value }) => [name, await value()] as const));
    return Object.fromEntries(entries.filter((entry): entry is [string, OptionValue] => entry[1] !== undefined));
  };
  const suggest = async (focused: string) => {
    const known = fields.filter(({ drawn }) => drawn.querySelector('input[type=file]') === null);
    const options = { ...(await valuesOf(known)) };
    options[focused] ??= '';
    const answer = await stage.perform({ do: 'suggest', name: command.name, options, focused });
    return answer.outcome === 'choices' ? answer.choices : [];
  };
  const fields = command.options.map((option) => drawOption(stage, option, locale, suggest));
  const send = async (event: Event) => {
    event.preventDefault();
    const options = await valuesOf(fields);
    close();
    await stage.perform({ do: 'command', name: command.name, options });
  };
  const form = element(
    'form',
    { class: 'command', onsubmit: send, 'aria-label': `/${command.name}` },
    element(
      'p',
      {},
      element('strong', { dir: 'ltr' }, `/${command.name}`),
      ' ',
      element('span', { class: 'quiet' }, command.about),
    ),
    ...fields.map(({ drawn }) => drawn),
    element(
      'div',
      { class: 'row' },
      element('button', { class: 'primary' }, say('send')),
      element('button', { type: 'button', onclick: close }, say('cancel')),
    ),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return form;
}

type Suggest = (focused: string) => Promise<{ name: string; value: string | number }[]>;

let drawn = 0;

function drawOption(stage: Stage, option: JsonObject, locale: string, suggest: Suggest): OptionField {
  drawn += 1;
  const id = `option-${drawn}`;
  const name = text(option.name);
  const required = option.required === true;
  const { box, value, extra } = drawBox(stage, option, locale, suggest, id);
  box.id = id;
  if (required) box.setAttribute('required', '');
  const about = localized(option, 'description', locale);
  const label = element(
    'label',
    { for: id },
    element('bdi', {}, name),
    element('span', { class: 'quiet', dir: 'auto' }, required ? about : `${about} · ${say('optional')}`),
  );
  return { name, drawn: element('div', { class: required ? 'field needed' : 'field' }, label, box, extra), value };
}

interface Box {
  box: HTMLElement;
  value: () => Promise<OptionValue | undefined>;
  extra?: HTMLElement;
}

function drawBox(stage: Stage, option: JsonObject, locale: string, suggest: Suggest, id: string): Box {
  const numeric = option.type === optionKind.whole || option.type === optionKind.number;
  const listed = choicesFor(stage, option, locale);
  if (listed !== null) {
    const box = element(
      'select',
      {},
      element('option', { value: '' }, say('none')),
      ...listed.map(({ value, label }) => element('option', { value }, label)),
    );
    const read = () =>
      numeric ? Number(box.value) : option.type === optionKind.yesNo ? box.value === 'true' : box.value;
    return { box, value: async () => (box.value === '' ? undefined : read()) };
  }
  if (option.type === optionKind.file) {
    const box = element('input', { type: 'file' });
    return { box, value: async () => (box.files?.[0] ? readFile(box.files[0]) : undefined) };
  }
  const limits = numeric
    ? {
        type: 'number',
        min: option.min_value as number,
        max: option.max_value as number,
        step: option.type === optionKind.whole ? 1 : 'any',
      }
    : { type: 'text', maxlength: number(option.max_length, 6000), dir: 'auto' };
  const box = element('input', { ...limits, autocomplete: 'off' });
  const value = async () => (box.value === '' ? undefined : numeric ? Number(box.value) : box.value);
  if (option.autocomplete !== true) return { box, value };
  const extra = element('datalist', { id: `${id}-list` });
  box.setAttribute('list', extra.id);
  const offer = async () => {
    const typed = box.value;
    const choices = await suggest(text(option.name));
    if (box.value === typed)
      extra.replaceChildren(...choices.map(({ name, value: each }) => element('option', { value: each, label: name })));
  };
  box.addEventListener('input', () => void offer());
  box.addEventListener('focus', () => void offer());
  return { box, value, extra };
}

const selects: Record<number, number> = {
  [optionKind.user]: kind.userSelect,
  [optionKind.channel]: kind.channelSelect,
  [optionKind.role]: kind.roleSelect,
  [optionKind.mentionable]: kind.mentionableSelect,
};

/** What an option offers; null where it is typed. */
function choicesFor(stage: Stage, option: JsonObject, locale: string): { value: string; label: string }[] | null {
  const choices = objects(option.choices);
  if (choices.length > 0) {
    return choices.map((choice) => ({ value: String(choice.value), label: localized(choice, 'name', locale) }));
  }
  if (option.type === optionKind.yesNo) return ['true', 'false'].map((value) => ({ value, label: value }));
  const as = selects[number(option.type, 0)];
  return as === undefined ? null : choicesOf({ type: as }, stage.state());
}
