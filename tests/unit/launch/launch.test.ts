import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../../services.ts';
import { type Checkout, makeCheckout } from './checkout.ts';

let checkout: Checkout;
beforeEach(async () => {
  checkout = await makeCheckout();
});
afterEach(() => checkout.remove());

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a command', () => {
  it('that is not known is answered with those that are', async () => {
    const { code, errors } = await checkout.launch(['strat']).ended;
    expect(code).toBe(64);
    expect(errors).toMatch(/no command "strat"/);
    expect(errors).toMatch(/npm run start +run Open Call/);
    expect(await checkout.callsOf('npm')).toBe(0);
  });

  it('that is not said, or is the name of something every object has, as well', async () => {
    expect((await checkout.launch([]).ended).errors).toMatch(/Say what to do/);
    expect((await checkout.launch(['constructor']).ended).code).toBe(64);
  });

  it('that checks says what it does when it is asked, and does nothing it was not told to', async () => {
    const { code, output, errors } = await checkout.launch(['check', '--help']).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/^npm run check\n.*each check even if one before it failed.*--without-tests/s);
    const wrong = await checkout.launch(['check', '--without-test']).ended;
    expect(wrong.code).toBe(64);
    expect(wrong.errors).toMatch(/no option "--without-test"/);
    expect(await checkout.callsOf('npm')).toBe(0);
  });

  it('gets its arguments as they were, and nothing of ours on standard output', async () => {
    const given = ['--prompts', 'my file.txt', '', '$HOME', '--', '"'];
    const { output, code } = await checkout.launch(['opencall', ...given]).ended;
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ arguments: given });
  });

  it('hands on no preload of ours to what it forks', async () => {
    const { output } = await checkout.launch(['opencall']).ended;
    expect(JSON.parse(output).execArgv).toEqual([
      '--disable-warning=ExperimentalWarning',
      '--liftoff-only',
      expect.stringContaining('resolve-drizzle.mjs'),
    ]);
  });

  it('ends the launcher as it ends itself', async () => {
    expect((await checkout.launch(['start', 'exit', '3']).ended).code).toBe(3);
    expect((await checkout.launch(['start', 'die']).ended).signal).toBe('SIGKILL');
  });
});

describe('packages', () => {
  it('are installed once, and again when the lock file changed', async () => {
    const first = await checkout.launch(['start']).ended;
    expect(first.errors).toMatch(/^Installing packages\nInstalled packages in \d+ s\.\n$/);
    const second = await checkout.launch(['start']).ended;
    expect(second.errors).toBe('');
    expect(await checkout.callsOf('npm')).toBe(1);
    await checkout.write('package-lock.json', '{"packages":{"":{},"node_modules/vite":{"version":"1.0.1"}}}');
    await checkout.launch(['start']).ended;
    expect(await checkout.callsOf('npm')).toBe(2);
    expect(await checkout.read('npm-calls')).toMatch(/^ci --ignore-scripts/);
  });

  it('are left alone where someone’s own npm brought them to the lock file', async () => {
    await checkout.write('node_modules/.package-lock.json', '{"packages":{"node_modules/vite":{"version":"1.0.0"}}}');
    const { code, errors } = await checkout.launch(['start']).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(await checkout.callsOf('npm')).toBe(0);
  });

  it('that cannot be installed are told of with what to do, and are tried again', async () => {
    const { code, errors } = await checkout.launch(['start'], { FAKE_NPM: 'fail' }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/npm error code ENOTFOUND\nThe package registry cannot be reached/);
    expect((await checkout.launch(['start']).ended).code).toBe(0);
    expect(await checkout.callsOf('npm')).toBe(2);
  });

  it('are installed by one of two launchers that start together', async () => {
    const both = await Promise.all([checkout.launch(['start']).ended, checkout.launch(['start']).ended]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await checkout.callsOf('npm')).toBe(1);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'are whole after a start that got %s while installing',
    async (signal) => {
      const cutShort = checkout.launch(['start'], { FAKE_NPM: 'hang' });
      await waitUntil(() => checkout.read('npm-pid'), 'npm');
      cutShort.process.kill(signal);
      expect((await cutShort.ended).signal).toBe(signal);
      const npmPid = Number(await checkout.read('npm-pid'));
      await waitUntil(() => !isAlive(npmPid), 'the end of npm');

      expect((await checkout.launch(['start']).ended).code).toBe(0);
      expect(await checkout.callsOf('npm')).toBe(2);
    },
  );
});

describe('pages', () => {
  beforeEach(() => checkout.write('src/web/app/main.tsx', 'one'));

  it('are built once, and again when a source changed, came or went', async () => {
    await checkout.launch(['start']).ended;
    await checkout.launch(['start']).ended;
    expect(await checkout.callsOf('vite')).toBe(1);
    expect(await checkout.read('dist/web/index.html')).toBe('pages');
    await checkout.write('src/web/app/main.tsx', 'two');
    await checkout.launch(['start']).ended;
    await checkout.write('src/wording/english.ts', 'new');
    await checkout.launch(['start']).ended;
    expect(await checkout.callsOf('vite')).toBe(3);
  });

  it('are not built for a command that needs none', async () => {
    await checkout.launch(['opencall']).ended;
    expect(await checkout.callsOf('vite')).toBe(0);
  });

  it('that cannot be built stop the start, with the builder’s words, and are tried again', async () => {
    const { code, errors } = await checkout.launch(['start'], { FAKE_VITE: 'fail' }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/Building the pages failed\.\nUnexpected token in room\.tsx/);
    expect((await checkout.launch(['start']).ended).code).toBe(0);
  });
});

describe('a running app', () => {
  const serve = async () => {
    const launched = checkout.launch(['start', 'serve']);
    await waitUntil(() => checkout.read('serving'), 'the app');
    return { launched, appPid: Number(await checkout.read('serving')) };
  };

  it.each(['SIGINT', 'SIGTERM'] as const)('gets %s once, and its exit code is passed on', async (signal) => {
    const { launched } = await serve();
    launched.process.kill(signal);
    expect((await launched.ended).code).toBe(7);
    expect(await checkout.read('signals')).toBe(signal);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('hears %s once when it goes to the whole process group', async (signal) => {
    const { launched } = await serve();
    process.kill(-Number(launched.process.pid), signal);
    expect((await launched.ended).code).toBe(7);
    expect(await checkout.read('signals')).toBe(signal);
  });

  it('is started anew when its code changes, in development, and ends with the launcher', async () => {
    const launched = checkout.launch(['dev', 'serve', 'late']);
    await waitUntil(() => checkout.read('serving'), 'the app');
    const first = await checkout.read('serving');
    await checkout.write('src/app/main.ts', `${await checkout.read('src/app/main.ts')}\n// Changed.\n`);
    await waitUntil(async () => (await checkout.read('serving')) !== first, 'the app with what was changed');
    const second = Number(await checkout.read('serving'));
    const watcher = Number(await checkout.read('parent'));
    launched.process.kill('SIGKILL');
    await waitUntil(() => !isAlive(second) && !isAlive(watcher), 'the end of the app and of what watched its code');
  });

  it('does not outlive a launcher that was killed', async () => {
    const { launched, appPid } = await serve();
    launched.process.kill('SIGKILL');
    await waitUntil(() => !isAlive(appPid), 'the end of the app');
    expect(await checkout.read('signals')).toBe('SIGTERM');
  });
});
