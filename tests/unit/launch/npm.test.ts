import { describe, expect, it } from 'vitest';
import { describeNpmFailure } from '../../../scripts/launch/npm.mjs';

describe('a failure of npm', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error errno ENOTFOUND', /registry cannot be reached/],
    ['npm error code ECONNREFUSED', /registry cannot be reached/],
    ['npm error code ENOTCACHED', /registry cannot be reached/],
    ['npm error code ENOSPC\nnpm error nospc no space left on device', /disk is full/],
    ['npm error code E404\nnpm error 404 Not Found', /does not have a package/],
    ['npm error code E503', /in trouble/],
    ['npm error code EACCES', /may not be written/],
    ['npm error code EUSAGE', /do not agree/],
    ['npm error code EINTEGRITY', /damaged/],
    ['npm error something unheard of', /Start again/],
  ])('%j says what to do', (output, advice) => {
    expect(describeNpmFailure('Installing packages', output)).toMatch(advice);
  });

  it('shows npm’s own lines, without its log file and its warnings', () => {
    const output =
      'npm warn old thing\nnpm error code E404\nnpm error A complete log of this run can be found in: x-debug-0.log\n';
    const text = describeNpmFailure('Installing packages', output);
    expect(text).toContain('Installing packages failed.\nnpm error code E404\n');
    expect(text).not.toMatch(/old thing|complete log/);
  });

  it('shows the end of what was printed when npm says nothing itself', () => {
    expect(describeNpmFailure('Installing packages', 'Segmentation fault\n')).toContain('Segmentation fault');
  });
});
