import type { ShownForm } from '../page-contract.ts';
import { element } from './element.ts';
import { drawPart } from './fields.ts';
import type { Stage } from './stage.ts';
import { say } from './texts.ts';

/** Shows a form that the bot answered with; sent or closed, it is gone. */
export function showForm(stage: Stage, form: ShownForm): void {
  const parts = form.components.map((part) => drawPart(part, stage.state()));
  const fields = parts.flatMap(({ field }) => field ?? []);
  const title = element('h2', { id: 'form-title', dir: 'auto' }, form.title);
  const dialog = element('dialog', { 'aria-labelledby': 'form-title' });
  dialog.addEventListener('close', () => dialog.remove());
  const send = async (event: Event) => {
    event.preventDefault();
    const entries = await Promise.all(fields.map(async ({ id, value }) => [id, await value()] as const));
    const given = entries.filter(([, value]) => !(Array.isArray(value) && value.length === 0));
    dialog.close();
    await stage.perform({ do: 'submit', form: form.id, values: Object.fromEntries(given) });
  };
  dialog.append(
    element(
      'form',
      { onsubmit: send },
      title,
      ...parts.map(({ drawn }) => drawn),
      element(
        'div',
        { class: 'row' },
        element('button', { class: 'primary' }, say('send')),
        element('button', { type: 'button', onclick: () => dialog.close() }, say('cancel')),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.drawn.focus();
}
