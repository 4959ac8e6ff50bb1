import { modelBytes } from '../../labs/costs.ts';
import { number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const size = (weights: number, bits: number) => number(modelBytes(weights, bits) / 1e6);
const long = { notation: 'compact', compactDisplay: 'long' } as const;

export const example: WorkedExample = {
  sources: [],
  caption: 'Size of the weights alone, in megabytes (1 MB = 1,000,000 bytes)',
  ...table<readonly [model: string, weights: number]>(
    [
      ['Small image classifier', 5e6],
      ['Typical image classifier', 25e6],
      ['Clinical text encoder', 110e6],
      ['Small language model', 4e9],
    ],
    {
      Model: ([model]) => model,
      Weights: ([, weights]) => weights.toLocaleString('en-US', long),
      '32-bit': ([, weights]) => size(weights, 32),
      '16-bit': ([, weights]) => size(weights, 16),
      '8-bit': ([, weights]) => size(weights, 8),
      '4-bit': ([, weights]) => size(weights, 4),
    },
  ),
  formula: 'Bytes = weights × bits ÷ 8; excluding activations, scales, and the runtime',
};
