/** What all fuzz tests share: the number of cases, and hostile strings. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { anyText } from '../examples/any-text.ts';
import { sampled } from '../support/sampled.ts';

/**
 * The number of cases for each property: `FUZZ_RUNS` or, by default, 100. Each run has new cases,
 * unless `FUZZ_SEED` repeats those of an earlier run. A failure prints its seed and the smallest
 * case that fails.
 */
export const settings = {
  numRuns: Number(process.env['FUZZ_RUNS'] ?? 100),
  seed: Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31),
} as const;
console.log(`${settings.numRuns} cases of each property. Seed: FUZZ_SEED=${settings.seed}`);

export function always<T>(cases: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(cases, holds), settings);
}

/** Strings that are known to break parsers, such as numbers, invisible characters, and code. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.constantFrom(
    ...['', ' ', '0', '-0', '-1', 'NaN', 'Infinity', '1e999', '9'.repeat(400), 'null', 'true'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', '[object Object]'],
    ...['\u0000', '\uFEFF', '\uD800', '\uDC00\uD800', '\u202Eevil\u202C', '\u2028', '\u200B'],
    ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert(1)//'"],
    ...[
      '../../../etc/passwd',
      '%00',
      '%E0%A4%A',
      '%3Cscript%3E',
      '&lt;b&gt;',
      '\\u003c',
      '{{7*7}}',
    ],
    ...['٣', '１', 'ı', 'ß', '\u0301', '👩🏽‍⚕️', 'مرحبا', 'a'.repeat(3000), '.'.repeat(500)],
  ),
);

/**
 * Returns strings with a few random changes: characters are inserted, removed, doubled, or
 * replaced.
 */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    put: fc.oneof(fc.constant(''), nastyText, fc.string({ maxLength: 3 })),
    twice: fc.boolean(),
  });
  return fc.tuple(text, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([start, edits]) =>
    edits.reduce((now, { at, cut, put, twice }) => {
      const from = Math.floor(at * now.length);
      const taken = now.slice(from, from + cut);
      return now.slice(0, from) + put + (twice ? taken + taken : '') + now.slice(from + cut);
    }, start),
  );
}

/** Runs a function and checks that it takes less than five seconds of this thread's CPU time. */
export function endsSoon(name: string, run: () => unknown): void {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1e6, name).toBeLessThan(5);
}

const pieces = [
  ...[
    'a',
    '.',
    '1.',
    '{',
    '[',
    '<',
    '"',
    '- ',
    ': ',
    '> ',
    '*a ',
    '_a__',
    '`',
    '\\',
    '\u0301',
    '&a ',
  ],
  ...['<Hint>', '{/*', '![', '[a](', '\n', '---\n', 'a: 1\n', '  - a\n', '? ', '\uD800', '👩🏽‍⚕️'],
];

/** Repetitive strings of up to about a million characters, which can make parsers backtrack. */
export const longTexts: readonly string[] = sampled(pieces, 5).flatMap((piece) =>
  [10, 1_000, 40_000, 1_000_000].map((size) => repeated(piece, size)),
);

function repeated(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}
