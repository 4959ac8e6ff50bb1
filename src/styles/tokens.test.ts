import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];
type Theme = 'light' | 'dark';

const tokens = new Map(
  [
    ...['styles/tokens', 'styles/level-colors', 'components/ui/ui']
      .map((name) => readFileSync(`src/${name}.css`, 'utf8'))
      .join('')
      .matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

/** Returns a token's color in a theme, in linear RGB from 0 to 1. */
function light(name: string, theme: Theme): Triple {
  const hex = tokens.get(name)?.[theme] ?? '';
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

function times(matrix: readonly Triple[], [r, g, b]: Triple): Triple {
  const [x = 0, y = 0, z = 0] = matrix.map(([p, q, s]) => p * r + q * g + s * b);
  return [x, y, z];
}

/**
 * Returns the contrast ratio defined by WCAG 2.2
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
function contrast(a: Triple, b: Triple): number {
  const [darker = 0, lighter = 0] = [a, b]
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05)
    .sort((x, y) => x - y);
  return lighter / darker;
}

/**
 * Converts a color to Oklab (https://bottosson.github.io/posts/oklab/), in which equal distances
 * look equal.
 */
function oklab(color: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

/**
 * Matrices that simulate color blindness in linear RGB, at full severity (Machado, Oliveira, and
 * Fernandes 2009).
 */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const levels = [...tokens.keys()].filter((name) => name.startsWith('level-'));
const texts = [...levels, 'accent', 'strong', 'text', 'muted', 'warn', 'bad'];
const grounds = ['ground', 'card', 'tint', 'accent-soft', 'warn-soft', 'bad-soft'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(texts)('has readable text in %s on every background', (name) => {
    for (const ground of grounds) {
      expect(contrast(light(name, theme), light(ground, theme)), ground).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  it('has visible borders on fields and buttons', () => {
    const border = light('edge', theme);
    expect(contrast(border, light('ground', theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(eyes))('keeps the six levels apart for the %s eye', (_, eye) => {
    expect(levels).toHaveLength(6);
    const seen = levels.map((name) => {
      const [r, g, b] = times(eye, light(name, theme));
      return oklab([Math.max(0, r), Math.max(0, g), Math.max(0, b)]);
    });
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(0, index)) {
        expect(Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)))).toBeGreaterThan(
          0.09,
        );
      }
    }
  });
});
