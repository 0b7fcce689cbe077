import { expect, it } from 'vitest';
import { createProgressLine } from '../../../src/app/call/progress-line.ts';

function streamOf(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) > 0 };
}

it('draws a bar over itself on a terminal, and leaves it whole at the end', () => {
  const stream = streamOf(true);
  const line = createProgressLine(stream);
  line.show({ done: 1, of: 4, delivered: 1, underWay: 1 });
  line.show({ done: 4, of: 4, delivered: 3, underWay: 0 });
  line.end();
  line.end();
  line.show({ done: 4, of: 4, delivered: 4, underWay: 0 });
  const half = '█'.repeat(14) + '░'.repeat(14);
  expect(stream.written).toEqual([
    `\r\u001b[2K  ${half}  1 of 4 done, 1 delivered`,
    `\r\u001b[2K  ${'█'.repeat(28)}  4 of 4 done, 3 delivered`,
    '\n',
  ]);
});

it('writes a line for each tenth elsewhere', () => {
  const stream = streamOf(false);
  const line = createProgressLine(stream);
  for (let done = 0; done <= 100; done += 1) line.show({ done, of: 100, delivered: done, underWay: 0.5 });
  line.end();
  expect(stream.written).toHaveLength(11);
  expect(stream.written.at(3)).toBe('30 of 100 done, 30 delivered\n');
});
