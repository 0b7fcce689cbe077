import type { ProblemView } from '../../api/contract.ts';

/** An answer of the interface that is not a success, with what it says was wrong; status 0 when there was no answer. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: ProblemView;

  constructor(status: number, problem: ProblemView) {
    super(problem.message);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }
}

const NO_ANSWER: ProblemView = { code: 'unreachable', message: '', field: null };

export interface ApiCall {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  json?: unknown;
  form?: FormData;
  signal?: AbortSignal;
}

/** Asks the interface for something. Throws `ApiProblem`; answers without content give `undefined`. */
export async function callApi<Answer>(
  path: string,
  { method = 'GET', json, form, signal }: ApiCall = {},
): Promise<Answer> {
  // The language of the page, which need not be the browser's, is the one to answer in.
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang };
  if (method !== 'GET') headers['x-open-call'] = '1';
  if (json !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (json !== undefined) init.body = JSON.stringify(json);
  if (form) init.body = form;
  if (signal) init.signal = signal;
  const response = await fetch(`/api${path}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, NO_ANSWER);
  });
  if (response.status === 204) return undefined as Answer;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(response.status, isProblem(body) ? body : { ...NO_ANSWER, code: 'unclear' });
  return body as Answer;
}

function isProblem(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && 'message' in body && 'code' in body;
}
