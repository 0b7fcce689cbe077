import { fillIn } from '../../../wording/fill-in.ts';
import type { Text } from '../../../wording/text.ts';
import type { ClipStandings } from '../../api/contract-of-gallery.ts';
import { ApiProblem, callApi } from '../api/call-api.ts';
import { languageOfPage } from '../language/remember-language.ts';
import { announce } from '../parts/announce.ts';
import vote from '../parts/vote-button.module.css';

type Standing = Omit<ClipStandings[number], 'id'>;
type Texts = Record<'votes' | 'viewers' | 'ownClip' | 'heldPublic' | 'heldYours', Text>;

/** The buttons by which clips are voted for: how each stands, and what pressing it does. */
export async function showVotes(): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`.${vote.vote}`)];
  const texts = textsOfPage();
  if (buttons.length === 0 || texts === null) return;
  const shown = new Map<string, (standing: Standing) => void>();
  for (const button of buttons) shown.set(button.dataset.vote ?? '', workButton(button, texts));
  const standings = await callApi<ClipStandings>(`/clips/standing?ids=${[...shown.keys()].join(',')}`).catch(() => []);
  for (const { id, ...standing } of standings) shown.get(id)?.(standing);
}

/** Returns the way to say how it stood when the page came. */
function workButton(button: HTMLButtonElement, texts: Texts): (standing: Standing) => void {
  const language = languageOfPage();
  const id = button.dataset.vote ?? '';
  let now: Standing = {
    votes: Number(button.textContent?.match(/\d+$/)?.[0] ?? 0),
    viewers: 0,
    voted: false,
    heldVotes: 0,
    voteHeld: false,
    mine: false,
  };
  let sending: Promise<unknown> = Promise.resolve();
  let asked = 0;

  function show(standing: Standing) {
    now = standing;
    const count = fillIn(language, texts.votes, { count: standing.votes });
    const own = fillIn(language, texts.ownClip);
    button.setAttribute('aria-pressed', String(standing.voted));
    if (standing.mine) button.setAttribute('aria-disabled', 'true');
    button.title = standing.mine ? own : count;
    write(button, '[data-count]', String(standing.votes));
    write(button, '[data-count-words]', standing.mine ? `${count}; ${own}` : count);
    const viewers = standing.viewers > 0 ? ` ${fillIn(language, texts.viewers, { count: standing.viewers })}` : '';
    write(document, `[data-tally="${CSS.escape(id)}"]`, count + viewers);
    const held = standing.heldVotes > 0 ? [fillIn(language, texts.heldPublic, { count: standing.heldVotes })] : [];
    const yours = standing.voteHeld ? [fillIn(language, texts.heldYours)] : [];
    write(document, `[data-held="${CSS.escape(id)}"]`, [...held, ...yours].join('. '));
  }

  /** One after another, so that the last press is the last that is heard; only its answer is shown. */
  function cast(wanted: boolean) {
    const before = now;
    const place = ++asked;
    show({ ...now, voted: wanted, votes: Math.max(0, now.votes + (wanted ? 1 : -1)) });
    sending = sending
      .then(() => callApi<Omit<Standing, 'mine'>>(`/clips/${id}/vote`, { method: wanted ? 'PUT' : 'DELETE' }))
      .then((answer) => {
        if (place === asked) show({ ...answer, mine: now.mine });
      })
      .catch((problem: unknown) => {
        if (place === asked) show({ ...before, mine: now.mine });
        if (problem instanceof ApiProblem) announce(problem.message);
      });
  }

  button.addEventListener('click', () => {
    if (!now.mine) cast(!now.voted);
  });
  // Whoever was quicker than the answer sees what they pressed: it was read before that.
  return (standing) => show(asked === 0 ? standing : { ...now, mine: standing.mine });
}

function write(within: ParentNode, selector: string, text: string): void {
  const element = within.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
}

function textsOfPage(): Texts | null {
  const written = document.querySelector<HTMLElement>('[data-texts]')?.dataset.texts;
  return written === undefined ? null : (JSON.parse(written) as Texts);
}
