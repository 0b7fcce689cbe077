import type { PageState, ShownMessage } from '../page-contract.ts';
import { createComposer } from './composer.ts';
import { drawMessage } from './draw-message.ts';
import { drawIfChanged, element } from './element.ts';
import { showForm } from './form-dialog.ts';
import { act, followChanges, loadState } from './server.ts';
import type { Stage } from './stage.ts';
import { language, say } from './texts.ts';
import { drawTroublePanel } from './trouble-panel.ts';

document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
document.title = say('title');
const shade = localStorage.getItem('shade');
if (shade !== null) document.documentElement.dataset.shade = shade;

const before = await loadState('', '');
let as = before.people[0]?.id ?? '';
let channel = before.channels[0]?.id ?? '';
/** From the start what this person sees there: whether they may write, and which commands there are. */
let state = await loadState(as, channel);
const lastSeen = new Map<string, string>();
const drawnMessages = new Map<string, { text: string; drawn: HTMLElement }>();

const stage: Stage = {
  state: () => state,
  async perform(doing) {
    const outcome = await act({ ...doing, as, channel }).catch(() => null);
    if (outcome === null) stage.tell(say('unreachable'));
    if (outcome?.outcome === 'form') showForm(stage, outcome.form);
    if (outcome?.outcome === 'failed' && doing.do !== 'suggest') stage.tell(say('failed'));
    if (outcome?.outcome === 'refused') stage.tell(say('refused', { why: outcome.why }));
    return outcome ?? { outcome: 'refused', why: say('unreachable') };
  },
  tell(text) {
    told.replaceChildren(element('p', {}, text));
    clearTimeout(telling);
    telling = setTimeout(() => told.replaceChildren(), 8000);
  },
  answer: (message) => composer.answer(message),
};

let telling: ReturnType<typeof setTimeout> | undefined;
const told = element('div', { class: 'told', role: 'status' });
const bot = element('p', { class: 'presence' });
const channelList = element('ul', {});
const people = element('fieldset', { class: 'people' });
const rules = element('div', { class: 'rules' });
const heading = element('h2');
const log = element('div', { class: 'messages', role: 'log', tabindex: 0 });
const composer = createComposer(stage);

document.body.append(
  element(
    'header',
    { class: 'top' },
    element('h1', {}, say('title')),
    element('p', { class: 'quiet' }, say('about')),
    bot,
    element(
      'button',
      { type: 'button', lang: language === 'ar' ? 'en' : 'ar', onclick: switchLanguage },
      say('language'),
    ),
    element('button', { type: 'button', onclick: switchShade }, say(isDark() ? 'light' : 'dark')),
  ),
  element(
    'div',
    { class: 'columns' },
    element(
      'aside',
      { class: 'side', 'aria-label': say('youAre') },
      element('nav', { 'aria-label': say('channels') }, channelList),
      people,
      drawTroublePanel(stage),
      rules,
    ),
    element('main', {}, heading, log, composer.drawn),
  ),
  told,
);

const drawBot = drawIfChanged(({ connected }: PageState['bot']) => [
  element('span', { class: connected ? 'dot here' : 'dot', 'aria-hidden': 'true' }),
  new Text(say(connected ? 'connected' : 'away')),
]);

const drawChannels = drawIfChanged(
  (shown: { channels: PageState['channels']; open: string; unseen: readonly string[] }) =>
    shown.channels.map(({ id, name }) => {
      const label = channelName(name);
      const isNew = shown.unseen.includes(id);
      const attributes = {
        type: 'button',
        'aria-current': id === shown.open ? 'page' : null,
        'aria-label': isNew ? say('newIn', { name: label }) : null,
        class: isNew ? 'new' : null,
        onclick: () => open(id),
      };
      return element('li', {}, element('button', attributes, element('bdi', {}, label)));
    }),
);

const drawPeople = drawIfChanged((known: PageState['people']) => [
  element('legend', {}, say('youAre')),
  ...known.map(({ id, name, part, locale }) => {
    const shownLanguage = new Intl.DisplayNames(language, { type: 'language' }).of(locale.slice(0, 2)) ?? locale;
    const about = `${say(`part-${part}`)} · ${shownLanguage}`;
    return element(
      'label',
      {},
      element('input', { type: 'radio', name: 'as', value: id, checked: id === as, onchange: () => become(id) }),
      element('span', {}, element('bdi', {}, name), element('span', { class: 'quiet' }, about)),
    );
  }),
]);

const drawRules = drawIfChanged(({ violations, requests }: Pick<PageState, 'violations' | 'requests'>) => [
  element('p', { class: 'quiet' }, say('requestCount', { count: requests })),
  ...(violations.length === 0
    ? []
    : [
        element('h3', {}, say('violations')),
        element('ul', {}, ...violations.slice(-5).map((each) => element('li', { dir: 'ltr' }, each))),
      ]),
]);

function channelName(name: string): string {
  return name === '' ? say('direct') : `#${name}`;
}

/** Each message keeps its place on the page as long as it says the same. */
function drawMessages(messages: readonly ShownMessage[]): void {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const wanted = messages.map((message) => {
    const text = JSON.stringify([message, state.commands.map(({ name, type }) => [name, type])]);
    const known = drawnMessages.get(message.id);
    if (known?.text === text) return known.drawn;
    const drawn = drawMessage(stage, message);
    drawnMessages.set(message.id, { text, drawn });
    return drawn;
  });
  if (wanted.length === 0) log.replaceChildren(element('p', { class: 'quiet empty' }, say('nothingYet')));
  else {
    for (const child of [...log.children]) if (!wanted.some((drawn) => drawn === child)) child.remove();
    for (const [index, drawn] of wanted.entries()) {
      if (log.children[index] !== drawn) log.insertBefore(drawn, log.children[index] ?? null);
    }
  }
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function draw(): void {
  const current = state.channels.find(({ id }) => id === channel);
  if (current?.newest) lastSeen.set(channel, current.newest);
  const unseen = state.channels.filter(
    ({ id, newest }) => newest !== null && BigInt(newest) > BigInt(lastSeen.get(id) ?? 0),
  );
  const name = channelName(current?.name ?? '');
  drawBot(bot, state.bot);
  drawChannels(channelList, { channels: state.channels, open: channel, unseen: unseen.map(({ id }) => id) });
  drawPeople(people, state.people);
  drawRules(rules, state);
  heading.replaceChildren(element('bdi', {}, name));
  log.setAttribute('aria-label', say('messages', { name }));
  composer.show(state, name, state.people.find(({ id }) => id === as)?.locale ?? 'en-US');
  drawMessages(state.messages);
}

let loading = false;
let again = false;

/** Loads what there is now; what changes meanwhile is loaded after it. */
async function refresh(): Promise<void> {
  again = true;
  if (loading) return;
  loading = true;
  try {
    while (again) {
      again = false;
      const [who, where] = [as, channel];
      const loaded = await loadState(who, where);
      if (who !== as || where !== channel) again = true;
      else if (loaded.channels.some(({ id }) => id === where)) state = loaded;
      else {
        // Who one is now does not see it.
        channel = loaded.channels[0]?.id ?? '';
        drawnMessages.clear();
        again = true;
      }
    }
    draw();
  } catch {
    stage.tell(say('unreachable'));
  } finally {
    loading = false;
  }
}

function open(id: string): void {
  if (id === channel) return;
  channel = id;
  drawnMessages.clear();
  void refresh().then(() => {
    log.scrollTop = log.scrollHeight;
  });
}

function become(id: string): void {
  // One's own conversation with the bot is another than the last person's.
  const direct = state.channels.find((each) => each.id === channel)?.name === '';
  as = id;
  if (direct) channel = state.channels[0]?.id ?? '';
  lastSeen.clear();
  for (const each of state.channels) if (each.newest) lastSeen.set(each.id, each.newest);
  drawnMessages.clear();
  void refresh();
}

function switchLanguage(): void {
  localStorage.setItem('language', language === 'ar' ? 'en' : 'ar');
  location.assign('/');
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.shade;
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

function switchShade(event: Event): void {
  const next = isDark() ? 'light' : 'dark';
  localStorage.setItem('shade', next);
  document.documentElement.dataset.shade = next;
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.textContent = say(isDark() ? 'light' : 'dark');
}

/** `#channel/message`: where a link to a message leads. */
async function follow(): Promise<void> {
  const [where = '', id] = location.hash.slice(1).split('/');
  history.replaceState(null, '', location.pathname);
  if (!state.channels.some((each) => each.id === where)) return;
  if (where !== channel) {
    channel = where;
    drawnMessages.clear();
    await refresh();
  }
  const target = id === undefined ? null : log.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  target?.scrollIntoView({ block: 'center' });
  target?.querySelector('button')?.focus({ preventScroll: true });
}

addEventListener('hashchange', () => void follow());
draw();
followChanges(() => void refresh());
