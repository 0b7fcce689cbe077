import { messageOf } from '../queue/outage.ts';
import { AdapterError } from '../requests/index.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { isDiskFull } from './disk-full.ts';

/** How the person who started it says where everything is kept: a setting, or an option of the command line. */
export type FolderChoice = 'DATA_DIR' | '--out';

const DISK_FULL = 'The disk is full. Free some space, then start again; nothing that was saved is lost.';

/** What keeps the app from starting, in a sentence with what to do; null where it is a bug and its trace is wanted. */
export function startProblem(error: unknown, folderChoice: FolderChoice = 'DATA_DIR'): string | null {
  if (isDiskFull(error)) return DISK_FULL;
  if (error instanceof StoreUnavailable) return storeProblem(error, folderChoice);
  if (error instanceof AdapterError) return adapterProblem(error);
  if (!(error instanceof Error) || !('code' in error)) return null;
  const { code } = error;
  const { port, address, path } = error as { port?: number; address?: string; path?: string };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or set PORT to another port (0 takes any free one).`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${address ?? ''} is no address of this machine. Set HOST to one that is, such as 127.0.0.1.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? notWritable(String(path), error, folderChoice)
        : `This user may not listen on port ${port}. Set PORT to one above 1023.`;
    default:
      // What PostgreSQL itself refuses, such as the right to make tables.
      if (!('severity' in error)) return null;
      return `The database in DATABASE_URL answers: ${error.message}. ${WITHOUT_DATABASE}`;
  }
}

const WITHOUT_DATABASE = 'Put that right, or leave DATABASE_URL out to keep the records in DATA_DIR.';

function storeProblem({ problem, message, cause }: StoreUnavailable, folderChoice: FolderChoice): string {
  switch (problem.code) {
    case 'data-directory-in-use':
      return `${message}. Stop that one first, or set ${folderChoice} to another folder.`;
    case 'data-directory-not-writable':
      return notWritable(problem.directory, cause, folderChoice);
    case 'database-unreachable':
      return `${message}: ${messageOf(cause)}. ${WITHOUT_DATABASE}`;
    default:
      return problem satisfies never;
  }
}

function adapterProblem({ adapter, message }: AdapterError): string {
  if (adapter !== 'redis') return message;
  return `${message}. Put that right, or leave REDIS_URL out to have a queue of our own.`;
}

function notWritable(folder: string, cause: unknown, folderChoice: FolderChoice): string {
  return `The folder ${folder} cannot be written to (${reasonOf(cause)}). Give this user the right to, or set ${folderChoice} to another folder.`;
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in its place';
    case 'EROFS':
      return 'its disk is read-only';
    case 'ENOENT':
      return 'no folder can be made there';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not';
    default:
      return messageOf(cause);
  }
}
