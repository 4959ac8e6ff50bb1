/**
 * Random order from any source of random numbers, and seeded random numbers that are the same in
 * every browser, because ECMAScript defines 32-bit integer arithmetic exactly.
 *
 * - Generator: xoshiro128** 1.1 (Blackman and Vigna 2018,
 *   https://prng.di.unimi.it/xoshiro128starstar.c).
 * - State from a seed: its four words are mix(seed + i × 0x9e3779b9), i = 1 to 4, where mix is the
 *   finalizer of MurmurHash3 (Appleby, https://github.com/aappleby/smhasher). It is a bijection, so
 *   at most one of the four words is 0. (The generator needs at least one that isn't.)
 * - Integers below n: the lowest 2³² mod n outputs are rejected, and the next one is taken mod n.
 * - Order: the Fisher-Yates shuffle in Durstenfeld's form, from the last position to the second.
 *
 * The drift lab generates its samples from seeds, so any change here changes the samples. Don't use
 * this for secrets.
 */

/** Returns the next whole number from 0 to 2³² − 1. */
export type Random = () => number;

/** Returns a generator that starts from a seed, a whole number from 0 to 2³² − 1. */
export function randomFrom(seed: number): Random {
  const word = (i: number) => mix(seed + Math.imul(i, 0x9e3779b9));
  return xoshiro128([word(1), word(2), word(3), word(4)]);
}

/**
 * Returns a whole number from 0 to n − 1, all equally likely.
 *
 * @throws RangeError unless 1 ≤ n ≤ 2³²
 */
export function below(random: Random, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
    throw new RangeError('n must be a whole number from 1 to 2³².');
  }
  const surplus = 2 ** 32 % n;
  let output = random();
  while (output < surplus) output = random();
  return output % n;
}

export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const index = below(random, last + 1);
    [shuffled[last], shuffled[index]] = [shuffled[index] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** Returns a xoshiro128** 1.1 generator from a state of four words, not all 0. */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  return () => {
    const output = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return output;
  };
}

/**
 * The 32-bit finalizer of MurmurHash3. Its result is the hash of the empty string with `word` as
 * the seed.
 */
export function mix(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
