/** Why the records cannot be opened; the person who starts the app can do something about each. */
export type StoreProblem =
  | { code: 'data-directory-in-use'; directory: string; pid: number }
  | { code: 'data-directory-not-writable'; directory: string }
  | { code: 'database-unreachable' };

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, cause?: unknown) {
    super(describe(problem), { cause });
    this.problem = problem;
  }
}

function describe(problem: StoreProblem): string {
  switch (problem.code) {
    case 'data-directory-in-use':
      return `${problem.directory} is in use by another copy of the app (process ${problem.pid})`;
    case 'data-directory-not-writable':
      return `${problem.directory} cannot be written to`;
    case 'database-unreachable':
      return 'The database in DATABASE_URL cannot be reached';
    default:
      return problem satisfies never;
  }
}
