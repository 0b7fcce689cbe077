import type { Action } from '../action.ts';
import type { Outcome, PageState, SentFile } from '../page-contract.ts';

/** Asks the simulator. */

export async function loadState(as: string, channel: string): Promise<PageState> {
  const answer = await fetch(`/page/state?${new URLSearchParams({ as, channel })}`);
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}`);
  return (await answer.json()) as PageState;
}

export async function act(action: Action): Promise<Outcome> {
  const answer = await fetch('/page/act', { method: 'POST', body: JSON.stringify(action) });
  if (!answer.ok) return { outcome: 'refused', why: `HTTP ${answer.status}` };
  return (await answer.json()) as Outcome;
}

export function followChanges(changed: () => void): void {
  const events = new EventSource('/page/events');
  events.addEventListener('message', changed);
  // What changed while the connection was broken is not told again.
  events.addEventListener('open', changed);
}

export async function readFile(file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, type: file.type, data: btoa(binary) };
}
