import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { backgroundColor, themeColor } from './web-manifest.ts';

it('the installed guide has the colors of the light theme and of the icon', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  expect(tokens).toContain(`--ground: light-dark(${backgroundColor},`);
  expect(tokens).toContain(`--accent: light-dark(${themeColor},`);
  expect(readFileSync('public/favicon.svg', 'utf8')).toContain(themeColor);
});
