import fc from 'fast-check';

/**
 * Arbitrary strings for property tests, with lone surrogates, control characters, emoji, and
 * letters from all scripts.
 */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.integer({ min: 0, max: 0x7f }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
);
