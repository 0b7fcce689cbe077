import { AdapterError } from '../requests/index.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

/** What keeps the app from starting, in a sentence with what to do; null where it is a bug and its trace is wanted. */
export function startProblem(error: unknown): string | null {
  if (error instanceof AdapterError || error instanceof StoreUnavailable) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const { code } = error;
  const { port, address, path } = error as { port?: number; address?: string; path?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or set PORT to another port (0 takes any free one).`;
    case 'EADDRNOTAVAIL':
      return `HOST ${address} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? `The folder ${path} cannot be written to. Give this user the right to, or set DATA_DIR to another folder.`
        : `This user may not listen on port ${port}. Set PORT to one above 1023.`;
    case 'ENOSPC':
      return 'The disk is full. Free some space, then start again; nothing that was saved is lost.';
    default:
      return null;
  }
}
