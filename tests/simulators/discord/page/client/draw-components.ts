import type { JsonObject } from '../../json.ts';
import type { ShownMessage } from '../page-contract.ts';
import { choicesOf } from './choices.ts';
import { drawFile } from './draw-files.ts';
import { drawText } from './draw-text.ts';
import { element } from './element.ts';
import { number, object, objects, text } from './json.ts';
import { kind } from './kinds.ts';
import type { Stage } from './stage.ts';
import { say } from './texts.ts';

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'primary'];

/** Rows of buttons and selects, and the parts of a message that is nothing but components. */
export function drawComponents(stage: Stage, message: ShownMessage): HTMLElement[] {
  return message.components.map((component) => drawComponent(stage, message, component));
}

function drawComponent(stage: Stage, message: ShownMessage, component: JsonObject): HTMLElement {
  const inner = () => objects(component.components).map((each) => drawComponent(stage, message, each));
  switch (component.type) {
    case kind.row:
      return element('div', { class: 'row' }, ...inner());
    case kind.button:
      return drawButton(stage, message, component);
    case kind.text:
      return drawText(text(component.content), stage.state().names);
    case kind.section: {
      const accessory = object(component.accessory);
      const beside = accessory === null ? null : drawComponent(stage, message, accessory);
      return element('div', { class: 'section' }, element('div', {}, ...inner()), beside);
    }
    case kind.thumbnail:
      return drawMedia(stage, component, 'thumbnail');
    case kind.gallery:
      return element(
        'div',
        { class: 'gallery' },
        ...objects(component.items).map((item) => drawMedia(stage, item, 'item')),
      );
    case kind.file:
      return drawMedia(stage, { media: component.file }, 'item');
    case kind.separator:
      return component.divider === false ? element('div', { class: 'gap' }) : element('hr');
    case kind.container:
      return drawContainer(component, inner());
    default:
      return drawSelect(stage, message, component);
  }
}

function drawContainer({ accent_color }: JsonObject, inner: readonly HTMLElement[]): HTMLElement {
  const container = element('div', { class: 'container' }, ...inner);
  if (typeof accent_color === 'number') {
    container.style.setProperty('--accent', `#${accent_color.toString(16).padStart(6, '0')}`);
  }
  return container;
}

function drawMedia(stage: Stage, item: JsonObject, className: string): HTMLElement {
  const media = object(item.media);
  const file = stage.state().files[text(media?.attachment_id)];
  const described = text(item.description) || null;
  // Pictures from elsewhere are not fetched: the page stays on this machine.
  const drawn = file === undefined ? element('span', { class: 'quiet' }, described ?? '▦') : drawFile(file, described);
  const holder = element('div', { class: className }, drawn);
  if (item.spoiler !== true) return holder;
  return element('details', { class: 'spoiler' }, element('summary', {}, say('spoiler')), holder);
}

function drawButton(stage: Stage, message: ShownMessage, button: JsonObject): HTMLElement {
  const emoji = text(object(button.emoji)?.name);
  const label = [emoji, text(button.label)].filter((part) => part !== '').join(' ');
  const style = styles[number(button.style, 2)] ?? 'secondary';
  if (style === 'link') {
    const link = { class: 'button link', href: text(button.url), target: '_blank', rel: 'noopener noreferrer' };
    return element('a', link, `${label} ↗`);
  }
  const press = () => stage.perform({ do: 'press', message: message.id, component: text(button.custom_id) });
  return element('button', { type: 'button', class: style, disabled: button.disabled === true, onclick: press }, label);
}

/** With a button of its own: with the arrow keys alone, a select would send what was merely passed. */
function drawSelect(stage: Stage, message: ShownMessage, select: JsonObject): HTMLElement {
  const several = number(select.max_values, 1) > 1;
  const placeholder = text(select.placeholder) || say('choose');
  const choices = choicesOf(select, stage.state());
  const box = element(
    'select',
    { 'aria-label': placeholder, multiple: several, disabled: select.disabled === true },
    several ? null : element('option', { value: '' }, placeholder),
    ...choices.map(({ value, label, about, chosen }) =>
      element('option', { value, selected: chosen, title: about }, about === '' ? label : `${label} – ${about}`),
    ),
  );
  const choose = () => {
    const values = [...box.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
    if (values.length < number(select.min_values, 1)) return box.focus();
    void stage.perform({ do: 'choose', message: message.id, component: text(select.custom_id), values });
  };
  return element(
    'div',
    { class: 'select' },
    box,
    element('button', { type: 'button', onclick: choose }, say('choose')),
  );
}
