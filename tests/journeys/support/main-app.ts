import { waitUntil } from '../../machine/wait-until.ts';
import { type Curator, createVisitor, signIn, type Visitor } from './browser-like.ts';
import { type Command, runCommand } from './command.ts';

/** `npm start` as a person meets it: the command itself, and the pages at the addresses that it printed. */
export interface MainApp extends Command {
  url: string;
  link: string;
  visitor: Visitor;
  curator: Curator;
}

export async function startMain(environment: Record<string, string>): Promise<MainApp> {
  const command = runCommand('main', { environment: { PORT: '0', UNDO_SECONDS: '0', ...environment } });
  const [, url = ''] = await command.says(/The room\s+(\S+)\/\n/);
  const [, link = ''] = await command.says(/The review desk\s+(\S+)\n/);
  await command.says(/Ctrl-C stops it/);
  return { ...command, url, link, visitor: createVisitor(() => url), curator: await signIn(() => url, link) };
}

/** Asks for a clip and has it approved; resolves when it is being made. */
export async function askAndApprove({ visitor, curator }: MainApp, text: string): Promise<string> {
  const { post } = await visitor.ask(text);
  const threadOf = async () => (await visitor.threads()).find((thread) => thread.post.id === post.id);
  await waitUntil(async () => (await threadOf())?.request?.state === 'in-review', 'the request', 60_000);
  const id = (await threadOf())?.request?.id ?? '';
  await curator.act(id, { action: 'approve' });
  await waitUntil(async () => (await visitor.request(id)).state === 'generating', 'the start', 60_000);
  return id;
}

export async function untilDelivered({ visitor }: MainApp, id: string): Promise<void> {
  await waitUntil(async () => (await visitor.request(id)).state === 'delivered', 'the clip', 150_000);
}
