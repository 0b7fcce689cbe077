import { readdirSync, readFileSync } from 'node:fs';

/** Every process that descends from this one, by number, with what it was started as. Linux only. */
export function descendantsOf(pid: number): { pid: number; command: string }[] {
  const all = processes();
  const found: { pid: number; command: string }[] = [];
  const parents = [pid];
  for (let parent = parents.shift(); parent !== undefined; parent = parents.shift()) {
    for (const each of all.filter((other) => other.parent === parent)) {
      found.push({ pid: each.pid, command: each.command });
      parents.push(each.pid);
    }
  }
  return found;
}

/** Whether the process is there and has not ended: one that nobody has asked about yet is a zombie. */
export function lives(pid: number): boolean {
  return processes().some((each) => each.pid === pid);
}

function processes(): { pid: number; parent: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // `pid (name) state parent …`, where the name may hold anything (proc_pid_stat(5)).
        const [state, parent] = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ');
        if (state === 'Z' || state === 'X') return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}
