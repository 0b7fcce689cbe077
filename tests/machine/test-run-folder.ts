/** A folder that the workers of one test run share; test-run.ts makes and removes it. */
export function testRunFolder(): string {
  const folder = process.env.TEST_RUN_FOLDER;
  if (folder === undefined) throw new Error('There is no TEST_RUN_FOLDER: was this started by vitest.config.ts?');
  return folder;
}
