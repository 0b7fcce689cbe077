import type { JsonObject } from '../../json.ts';
import type { ShownMessage } from '../page-contract.ts';
import { drawComponents } from './draw-components.ts';
import { drawFile } from './draw-files.ts';
import { drawText } from './draw-text.ts';
import { element } from './element.ts';
import { number, object, objects, text } from './json.ts';
import { messageMenu } from './kinds.ts';
import type { Stage } from './stage.ts';
import { language, say } from './texts.ts';

const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

/** One message, with what can be done with it. */
export function drawMessage(stage: Stage, message: ShownMessage): HTMLElement {
  const { author, answers, command } = message;
  const classes = ['message', message.pings && 'pings', message.onlyForMe && 'only-me', author.bot && 'by-bot'];
  const body = element('div', { class: 'body' }, ...drawBody(stage, message));
  return element(
    'article',
    { class: classes.filter(Boolean).join(' '), 'data-id': message.id, 'aria-labelledby': `by-${message.id}` },
    answers &&
      element(
        'p',
        { class: 'answers quiet' },
        answers.name === '' ? say('gone') : say('answerTo', { name: answers.name }),
        answers.name !== '' && element('bdi', { class: 'answered' }, shorten(answers.text, stage.state().names)),
      ),
    command &&
      element('p', { class: 'answers quiet' }, say('usedCommand', { name: command.by, command: `/${command.name}` })),
    element('span', { class: author.bot ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, initial(author.name)),
    element(
      'header',
      { id: `by-${message.id}` },
      element('bdi', { class: 'author' }, author.name),
      author.bot && element('span', { class: 'tag' }, say('bot')),
      element('time', { class: 'quiet', datetime: new Date(message.at).toISOString() }, time.format(message.at)),
      message.edited && element('span', { class: 'quiet' }, say('edited')),
    ),
    body,
    message.onlyForMe && element('p', { class: 'quiet only' }, say('onlyYou')),
    !message.thinking && drawActions(stage, message, body),
  );
}

function drawBody(stage: Stage, message: ShownMessage): Node[] {
  const { names } = stage.state();
  if (message.thinking)
    return [element('p', { class: 'quiet thinking' }, say('thinking', { name: message.author.name }))];
  const files = message.componentsOnly ? [] : message.files.map((file) => drawFile(file));
  return [
    ...(message.text === '' ? [] : [drawText(message.text, names)]),
    ...message.embeds.map((embed) => drawEmbed(embed, names)),
    ...files,
    ...drawComponents(stage, message),
  ];
}

function drawEmbed(embed: JsonObject, names: Readonly<Record<string, string>>): HTMLElement {
  const part = (value: unknown) => (text(value) === '' ? null : drawText(text(value), names));
  const drawn = element(
    'div',
    { class: 'container' },
    text(embed.title) !== '' && element('p', { class: 'heading-3', dir: 'auto' }, text(embed.title)),
    part(embed.description),
    ...objects(embed.fields).flatMap((field) => [
      element('p', { class: 'heading-3', dir: 'auto' }, text(field.name)),
      drawText(text(field.value), names),
    ]),
    part(object(embed.footer)?.text),
  );
  const colour = number(embed.color, -1);
  if (colour >= 0) drawn.style.setProperty('--accent', `#${colour.toString(16).padStart(6, '0')}`);
  return drawn;
}

function drawActions(stage: Stage, message: ShownMessage, body: HTMLElement): HTMLElement {
  const { author, id } = message;
  const menus = stage.state().commands.filter(({ type }) => type === messageMenu);
  const action = (label: string, does: () => unknown) => element('button', { type: 'button', onclick: does }, label);
  const own = message.mine ? [action(say('edit'), () => startEditing(stage, message, body))] : [];
  return element(
    'div',
    { class: 'actions', role: 'group', 'aria-label': say('answerTo', { name: author.name }) },
    !message.onlyForMe && action(say('answer'), () => stage.answer(message)),
    ...(message.onlyForMe
      ? []
      : menus.map(({ name }) =>
          action(text(name), () => stage.perform({ do: 'menu', message: id, name: text(name) })),
        )),
    ...own,
    message.mine && action(say('remove'), () => stage.perform({ do: 'remove', message: id })),
  );
}

function startEditing(stage: Stage, message: ShownMessage, body: HTMLElement): void {
  const before = [...body.childNodes];
  const written = readable(message.text, stage.state().names);
  const box = element('textarea', { rows: 2, dir: 'auto', 'aria-label': say('edit') }, written);
  const back = () => body.replaceChildren(...before);
  const form = element(
    'form',
    {
      class: 'editing',
      onsubmit: (event) => {
        event.preventDefault();
        back();
        if (box.value !== written) void stage.perform({ do: 'edit', message: message.id, text: box.value });
      },
    },
    box,
    element(
      'div',
      { class: 'row' },
      element('button', { class: 'primary' }, say('save')),
      element('button', { type: 'button', onclick: back }, say('cancel')),
    ),
  );
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  body.replaceChildren(form);
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

/** Mentions as they were typed. */
export function readable(written: string, names: Readonly<Record<string, string>>): string {
  return written.replace(/<(@[!&]?|#)(\d+)>/g, (_, sign: string, id: string) => `${sign[0]}${names[id] ?? ''}`);
}

function shorten(written: string, names: Readonly<Record<string, string>>): string {
  return readable(written, names).replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

function initial(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment.toUpperCase() ?? '?';
}
