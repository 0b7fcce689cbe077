import switches from '../shell/switches.module.css';

/** The same key as in before-paint.js and color-scheme.ts. */
const KEY = 'open-call.colours';
const TURN = { auto: 'light', light: 'dark', dark: 'auto' } as const;
type Colours = keyof typeof TURN;

/** The switch of the header: goes round, as on the device, light, dark. */
export function keepColours(): void {
  const button = document.querySelector<HTMLButtonElement>(`.${switches.colours}`);
  if (!button) return;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let chosen = keptColours();

  function show() {
    const isDark = chosen === 'dark' || (chosen === 'auto' && dark.matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
    const name = `${button?.dataset.name}: ${button?.dataset[chosen]}`;
    button?.setAttribute('aria-label', name);
    button?.setAttribute('title', name);
    for (const sign of button?.querySelectorAll<HTMLElement>('[data-sign]') ?? []) {
      sign.hidden = sign.dataset.sign !== chosen;
    }
  }

  button.addEventListener('click', () => {
    chosen = TURN[chosen];
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // A browser that keeps nothing still shows the colours asked for.
    }
    show();
  });
  dark.addEventListener('change', show);
  show();
}

function keptColours(): Colours {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}
