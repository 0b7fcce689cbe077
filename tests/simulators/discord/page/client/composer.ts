import type { PageState, ShownMessage } from '../page-contract.ts';
import { drawCommandForm, type TypedCommand, typedCommands } from './command-form.ts';
import { element } from './element.ts';
import { readFile } from './server.ts';
import type { Stage } from './stage.ts';
import { say } from './texts.ts';

export interface Composer {
  drawn: HTMLElement;
  answer: (message: ShownMessage) => void;
  /** Takes in who one is and where. */
  show: (state: PageState, channelName: string, locale: string) => void;
}

/** Where one writes: text, pictures, an answer to a message, or a command with its options. */
export function createComposer(stage: Stage): Composer {
  let answered: ShownMessage | null = null;
  let files: File[] = [];
  let locale = 'en-US';

  const box = element('textarea', { rows: 2, dir: 'auto', maxlength: 4000 });
  const picker = element('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, tabindex: -1 });
  const above = element('div', { class: 'above' });
  const list = element('ul', { class: 'command-list', hidden: true });
  const mayNot = element('p', { class: 'quiet', hidden: true }, say('mayNotWrite'));
  const button = (label: string, onclick: () => void, attributes = {}) =>
    element('button', { type: 'button', onclick, ...attributes }, label);
  const send = element('button', { class: 'primary' }, say('send'));
  const tools = element(
    'div',
    { class: 'row' },
    button(say('mention'), () => insert(`@${stage.state().bot.name} `)),
    button(say('attach'), () => picker.click()),
    button(say('commands'), () => {
      box.value = '/';
      offer();
      box.focus();
    }),
    send,
  );
  const form = element('form', { class: 'write', onsubmit: submit }, above, list, box, picker, tools);
  const drawn = element('div', { class: 'composer' }, mayNot, form);

  function insert(text: string): void {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    box.focus();
  }

  function drawAbove(): void {
    const parts: Node[] = [];
    if (answered) {
      const end = button('×', () => stopAnswering(), { 'aria-label': say('notAnswering') });
      parts.push(element('span', { class: 'chip' }, say('answering', { name: answered.author.name }), end));
    }
    for (const file of files) {
      const drop = () => {
        files = files.filter((other) => other !== file);
        drawAbove();
      };
      parts.push(
        element(
          'span',
          { class: 'chip' },
          element('bdi', {}, file.name),
          button('×', drop, { 'aria-label': say('removeFile', { name: file.name }) }),
        ),
      );
    }
    above.replaceChildren(...parts);
  }

  function stopAnswering(): void {
    answered = null;
    drawAbove();
    box.focus();
  }

  /** While what is written begins like a command, the commands are offered. */
  function offer(): void {
    const typed = /^\/([\w -]*)$/.exec(box.value)?.[1];
    list.hidden = typed === undefined;
    if (typed === undefined) return;
    const known = typedCommands(stage.state().commands, locale);
    const fitting = known.filter(({ name }) => name.startsWith(typed.trimStart()));
    const rows = fitting.map((command) =>
      element(
        'li',
        {},
        button('', () => fillIn(command)),
      ),
    );
    for (const [index, row] of rows.entries()) {
      const command = fitting[index];
      row.firstElementChild?.append(
        element('strong', { dir: 'ltr' }, `/${command?.name}`),
        element('span', { class: 'quiet', dir: 'auto' }, command?.about ?? ''),
      );
    }
    list.replaceChildren(...(rows.length > 0 ? rows : [element('li', { class: 'quiet' }, say('noCommands'))]));
  }

  function fillIn(command: TypedCommand): void {
    box.value = '';
    offer();
    const close = () => {
      filling.remove();
      form.hidden = false;
      box.focus();
    };
    const filling = drawCommandForm(stage, command, locale, close);
    form.hidden = true;
    drawn.append(filling);
    filling.querySelector<HTMLElement>('input, select, button')?.focus();
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const [first] = list.hidden ? [] : list.querySelectorAll('button');
    if (first) return first.click();
    const text = box.value;
    if (text.trim() === '' && files.length === 0) return;
    const sent = await Promise.all(files.map(readFile));
    const outcome = await stage.perform({ do: 'say', text, answers: answered?.id ?? null, files: sent });
    if (outcome.outcome !== 'done') return;
    box.value = '';
    files = [];
    answered = null;
    drawAbove();
  }

  box.addEventListener('input', offer);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      list.hidden = true;
      if (answered) stopAnswering();
    }
    if (event.key === 'ArrowDown' && !list.hidden) {
      event.preventDefault();
      list.querySelector<HTMLElement>('button')?.focus();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  list.addEventListener('keydown', (event) => {
    const row = document.activeElement?.closest('li');
    if (event.key === 'Escape') box.focus();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
    (next?.querySelector('button') ?? box).focus();
  });
  box.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    files = [...files, ...pasted];
    drawAbove();
  });
  picker.addEventListener('change', () => {
    files = [...files, ...(picker.files ?? [])];
    picker.value = '';
    drawAbove();
  });

  return {
    drawn,
    answer(message) {
      answered = message;
      drawAbove();
      box.focus();
    },
    show(state, channelName, ofPerson) {
      locale = ofPerson;
      box.setAttribute('aria-label', say('write', { name: channelName }));
      box.placeholder = say('writePlaceholder', { bot: state.bot.name });
      mayNot.hidden = state.mayWrite;
      for (const part of [box, send]) part.disabled = !state.mayWrite;
      // Others may be offered to whom one is by now.
      if (!list.hidden && !list.contains(document.activeElement)) offer();
    },
  };
}
