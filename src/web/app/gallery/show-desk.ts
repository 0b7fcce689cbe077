import type { VisitorView } from '../../api/contract.ts';
import { callApi } from '../api/call-api.ts';
import header from '../shell/site-header.module.css';

/** Curators have one more page. */
export async function showDesk(): Promise<void> {
  const link = document.querySelector<HTMLElement>(`.${header.link}[data-desk]`);
  const me = link && (await callApi<VisitorView>('/me').catch(() => null));
  if (link && me?.curator) link.hidden = false;
}
