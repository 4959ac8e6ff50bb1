import { parseArgs } from 'node:util';
import type { QuestionSource } from '../src/domain/guide/build-guide.ts';
import { shorten } from './corpus/shorten.ts';
import { readQuestions } from './corpus/write-guide.ts';

/** Which measurements to run, and how often. */
export interface BenchOptions {
  /** Names of the parts to run; none for all. */
  readonly parts: readonly string[];
  /** Whether "Going deeper" is cut to the length that the checks require. */
  readonly short: boolean;
  /** Sizes of the guide in questions. */
  readonly sizes: readonly number[];
  /** Sizes of stock Starlight in questions. */
  readonly stockSizes: readonly number[];
  /** Number of runs; the median counts. */
  readonly runs: number;
  /** Seconds after which a build is stopped. */
  readonly timeout: number;
}

/** Reads the arguments of `npm run bench`. */
export function readOptions(): BenchOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '50,500,5000' },
      'stock-sizes': { type: 'string', default: '50,500' },
      runs: { type: 'string', default: '5' },
      timeout: { type: 'string', default: '1800' },
    },
  });
  const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number);
  return {
    parts: positionals,
    short: values.short,
    sizes: numbers(values.sizes),
    stockSizes: numbers(values['stock-sizes']),
    runs: Number(values.runs),
    timeout: Number(values.timeout),
  };
}

/** The questions that are measured: the real ones, or the real ones made short. */
export function baseQuestions({ short }: BenchOptions): QuestionSource[] {
  const questions = readQuestions();
  return short ? questions.map(shorten) : questions;
}
