import { expect, it } from 'vitest';
import { pulseBox, pulsePath } from './pulse.ts';

/** Returns where a path of relative steps ends, and the highest point of each beat. */
function trace(path: string) {
  let [x, y] = [0, 0];
  const tops: number[] = [];
  for (const [, command, values = ''] of path.matchAll(/([Mhlq])([^Mhlq]*)/g)) {
    const numbers = [...values.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
    if (command === 'M') [x = 0, y = 0] = numbers;
    else if (command === 'h') x += numbers[0] ?? 0;
    else {
      x += numbers.at(-2) ?? 0;
      y += numbers.at(-1) ?? 0;
      if (command === 'l') tops.push(y);
    }
  }
  return { x, y, tops };
}

it.each([1, 3, 5, 12, 50])('the pulse of %i questions fills its box and stays in it', (count) => {
  const { x, tops } = trace(pulsePath(Array.from({ length: count }, (_, i) => i / count)));
  expect(x).toBeGreaterThan(pulseBox.width * 0.95);
  expect(x).toBeLessThan(pulseBox.width * 1.05);
  expect(Math.min(...tops)).toBeGreaterThan(0);
  expect(Math.max(...tops)).toBeLessThan(pulseBox.height);
});

it('beats are as high as the share of people who practiced', () => {
  const top = (share: number) => Math.min(...trace(pulsePath([share])).tops);
  expect(top(1)).toBeLessThan(top(0.5));
  expect(top(0.5)).toBeLessThan(top(0));
  expect(pulsePath([])).toBe('M0 84');
});
