import { createInterface } from 'node:readline';
import { beginSignIn, type SignIn } from '../../bots/x/signing-in/begin-sign-in.ts';
import { completeSignIn, type SignInDependencies } from '../../bots/x/signing-in/complete-sign-in.ts';
import { type Callback, readCallback } from '../../bots/x/signing-in/read-callback.ts';
import { AdapterError } from '../../requests/index.ts';
import { type CallbackListener, isLoopback, listenForCallback, type SentBack } from './callback-listener.ts';
import type { Ending } from './ending.ts';
import { outcomeLines, waitingLines } from './login-lines.ts';

export interface Terminal {
  input: NodeJS.ReadableStream;
  say: (line: string) => void;
}

export interface SignInOptions extends SignInDependencies {
  authorizeUrl: string;
  callbackUrl: string;
  waitMs: number;
}

interface Answer {
  callback: Extract<Callback, { outcome: 'allowed' | 'denied' | 'refused' }>;
  show: SentBack['show'];
}

/** The way through X's page: shows its address, hears the answer here or has it pasted, and keeps what X gives. */
export async function signInAtX(options: SignInOptions, terminal: Terminal): Promise<Ending> {
  const signIn = beginSignIn(options);
  const answered = Promise.withResolvers<Answer>();
  const listener = await listen(signIn, answered.resolve);
  for (const line of waitingLines(signIn, listener !== null)) terminal.say(line);
  const lines = createInterface({ input: terminal.input });
  lines.on('line', (line) => {
    const callback = readCallback(line, signIn);
    if (line.trim() === '') return;
    if (isAnswer(callback)) answered.resolve({ callback, show: () => {} });
    else for (const said of outcomeLines(callback)) terminal.say(said);
  });
  const nobody = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), options.waitMs);
    lines.on('close', () => listener === null && resolve(null));
    void answered.promise.then(() => clearTimeout(timer));
  });
  try {
    const answer = await Promise.race([answered.promise, nobody]);
    const ending = answer === null ? ({ outcome: 'nobody-came' } as const) : await complete(options, signIn, answer);
    for (const line of outcomeLines(ending)) terminal.say(line);
    return ending;
  } finally {
    lines.close();
    await listener?.close();
  }
}

const isAnswer = (callback: Callback): callback is Answer['callback'] =>
  callback.outcome !== 'not-ours' && callback.outcome !== 'no-answer';

/** Null where the callback leads elsewhere, or its port is taken: then it is pasted. */
async function listen(signIn: SignIn, onAnswer: (answer: Answer) => void): Promise<CallbackListener | null> {
  if (!isLoopback(signIn.callbackUrl)) return null;
  return listenForCallback(signIn.callbackUrl, ({ address, show }) => {
    const callback = readCallback(address, signIn);
    if (isAnswer(callback)) onAnswer({ callback, show });
    // Whoever else comes is sent away, and the one who is waited for may still come.
    else show('not-ours');
  }).catch(() => null);
}

async function complete(options: SignInOptions, signIn: SignIn, { callback, show }: Answer): Promise<Ending> {
  if (callback.outcome !== 'allowed') {
    show(callback.outcome === 'denied' ? 'denied' : 'failed');
    return callback;
  }
  try {
    const signedIn = await completeSignIn(options, signIn, callback.code);
    show(signedIn.outcome === 'signed-in' ? 'signed-in' : 'failed');
    return signedIn;
  } catch (error) {
    show('failed');
    if (error instanceof AdapterError) return { outcome: 'x-away', reason: error.message };
    throw error;
  }
}
