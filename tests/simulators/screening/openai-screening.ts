import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type OpenAI from 'openai';

/** How the service fails, or does not. */
export type Mood =
  | { kind: 'well' }
  | { kind: 'status'; status: number }
  | { kind: 'silent' }
  | { kind: 'cut-off' }
  | { kind: 'not-json' }
  | { kind: 'another-shape' }
  | { kind: 'refuses-to-answer' }
  | { kind: 'unfinished' }
  /** A model that does as the prompt tells it: says whatever is given here. */
  | { kind: 'says'; text: string };

export interface OpenaiScreeningSimulator {
  url: string;
  mood: Mood;
  /** What was asked of it, oldest first. */
  asked: { path: string; authorization: string | undefined; body: Record<string, unknown> }[];
  close(): Promise<void>;
}

type Scores = OpenAI.Moderation['category_scores'];

/** OpenAI's moderation and Responses API on loopback, with a model that knows a few words. Held to the client's own types. */
export async function startOpenaiScreening(): Promise<OpenaiScreeningSimulator> {
  const simulator: Omit<OpenaiScreeningSimulator, 'url' | 'close'> = { mood: { kind: 'well' }, asked: [] };
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Record<string, unknown>;
    simulator.asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    answer(simulator.mood, request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(simulator, {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function answer(mood: Mood, { url }: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): void {
  const send = (status: number, content: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  };
  switch (mood.kind) {
    case 'silent':
      return;
    case 'cut-off':
      response.destroy();
      return;
    case 'status':
      send(mood.status, { error: { message: 'sk-secret must never be shown', type: 'error', code: null } });
      return;
    case 'not-json':
      send(200, '<html>a proxy');
      return;
    case 'another-shape':
      send(200, { hello: 'world' });
      return;
    default:
      send(200, url === '/v1/moderations' ? moderate(body) : respond(mood, body));
      return;
  }
}

const zero: Scores = {
  harassment: 0.001,
  'harassment/threatening': 0.001,
  hate: 0.001,
  'hate/threatening': 0.001,
  illicit: 0.001,
  'illicit/violent': 0.001,
  'self-harm': 0.001,
  'self-harm/instructions': 0.001,
  'self-harm/intent': 0.001,
  sexual: 0.001,
  'sexual/minors': 0.001,
  violence: 0.001,
  'violence/graphic': 0.001,
};

function moderate(body: Record<string, unknown>): OpenAI.ModerationCreateResponse {
  const text = JSON.stringify(body.input);
  const scores: Scores = {
    ...zero,
    ...(/bomb|قنبلة/.test(text) ? { 'illicit/violent': 0.97 } : {}),
    ...(/porn/.test(text) ? { sexual: 0.98 } : {}),
    ...(/sword/.test(text) ? { violence: 0.5 } : {}),
  };
  const over = (score: number) => score >= 0.5;
  const categories = Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, over(score)]));
  return {
    id: 'modr-1',
    model: 'omni-moderation-latest',
    results: [
      {
        flagged: Object.values(scores).some(over),
        categories: categories as unknown as OpenAI.Moderation['categories'],
        category_scores: scores,
        category_applied_input_types: Object.fromEntries(
          Object.keys(scores).map((name) => [name, ['text']]),
        ) as unknown as OpenAI.Moderation['category_applied_input_types'],
      },
    ],
  };
}

function respond(mood: Mood, body: Record<string, unknown>): Partial<OpenAI.Responses.Response> {
  const text = mood.kind === 'says' ? mood.text : JSON.stringify(judge(JSON.stringify(body.input)));
  const refusal = { type: 'refusal' as const, refusal: 'I cannot help with that.' };
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_795_000_000,
    model: String(body.model),
    status: mood.kind === 'unfinished' ? 'incomplete' : 'completed',
    incomplete_details: mood.kind === 'unfinished' ? { reason: 'max_output_tokens' } : null,
    error: null,
    output: [
      {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [
          mood.kind === 'refuses-to-answer'
            ? refusal
            : {
                type: 'output_text',
                text: mood.kind === 'unfinished' ? text.slice(0, 20) : text,
                annotations: [],
                logprobs: [],
              },
        ],
      },
    ],
  };
}

function judge(text: string) {
  const violation = (policy: string, words: string, verdict: string) => [
    { policy, verdict, words, confidence: 0.95, look_at: 'the words' },
  ];
  return {
    violations: [
      ...(/bomb|قنبلة/.test(text) ? violation('crime-weapons', 'bomb', 'refuse') : []),
      ...(/porn/.test(text) ? violation('sexual', 'porn', 'refuse') : []),
      ...(/sword/.test(text) ? violation('violence', 'sword', 'refuse') : []),
    ],
    speaks_to_the_judge: /ignore all/i.test(text),
  };
}
