import type { Trouble } from '../page-contract.ts';
import { element } from './element.ts';
import type { Stage } from './stage.ts';
import { say } from './texts.ts';

const atOnce = ['cut', 'drop', 'reconnect', 'outage', 'mute', 'throw-out'] as const satisfies readonly Trouble[];
const ofRequests = ['error', 'limited', 'late', 'lost-answer'] as const satisfies readonly Trouble[];
const kinds = ['everything', 'messages', 'answers'] as const;

/** What can go wrong with Discord, at the press of a button. */
export function drawTroublePanel(stage: Stage): HTMLElement {
  const which = element(
    'select',
    { id: 'trouble-which' },
    ...kinds.map((each) => element('option', { value: each }, say(`with-${each}`))),
  );
  const times = element('input', { id: 'trouble-times', type: 'number', min: 1, max: 100, value: 1 });
  const make = (trouble: Trouble) => async () => {
    const chosen = kinds[which.selectedIndex] ?? 'everything';
    const outcome = await stage.perform({ do: 'trouble', trouble, with: chosen, times: Number(times.value) || 1 });
    if (outcome.outcome === 'done') stage.tell(say('told'));
  };
  const button = (trouble: Trouble) => element('button', { type: 'button', onclick: make(trouble) }, say(trouble));
  return element(
    'details',
    { class: 'trouble' },
    element('summary', {}, say('trouble')),
    element('div', { class: 'stack' }, ...atOnce.map(button)),
    element('h3', {}, say('nextRequests')),
    element('div', { class: 'field' }, element('label', { for: which.id }, say('which')), which),
    element('div', { class: 'field' }, element('label', { for: times.id }, say('howMany')), times),
    element('div', { class: 'stack' }, ...ofRequests.map(button)),
  );
}
