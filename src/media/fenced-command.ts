import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export interface Fence {
  /** Wall time in milliseconds. */
  timeoutMs: number;
  maxMemoryBytes: number;
  /** Of any one file that is written. */
  maxFileBytes: number;
}

/** What an idle Node with FFmpeg loaded counts as data (0.6 GB, nearly all of it never touched), and some room. */
const DATA_AT_REST = 1_073_741_824;

/**
 * The command that runs a module in Node within limits that the system itself holds, so that a leap between two looks
 * of the watcher, or a loop whose parent has died, ends too: data segment, file size (512-byte blocks, POSIX `sh`) and
 * processor seconds. The limits on wall time and on resident memory are the caller's. Windows has no such limits.
 */
export function fencedCommand(module: URL, fence: Fence): { command: string; args: string[] } {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', fileURLToPath(module)];
  if (process.platform === 'win32') return { command: process.execPath, args: node.slice(1) };
  const limits = [
    // Linux counts private memory here since 4.7; elsewhere the shell may refuse, and the watcher alone holds.
    `ulimit -d ${Math.ceil((fence.maxMemoryBytes + DATA_AT_REST) / 1024)} 2>/dev/null`,
    `ulimit -f ${Math.ceil(fence.maxFileBytes / 512)}`,
    `ulimit -t ${Math.ceil((fence.timeoutMs / 1000) * availableParallelism()) + 5}`,
    'exec "$0" "$@"',
  ];
  return { command: '/bin/sh', args: ['-c', limits.join('; '), ...node] };
}
