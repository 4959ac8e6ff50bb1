import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { appColors, settings } from '../../guide-settings.ts';

it('the name below the icon is short enough for a home screen', () => {
  expect(settings.iconName).toMatch(/^.{3,12}$/);
});

it('the installed guide has the colors of the light theme and of the icon', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  expect(tokens).toContain(`--ground: light-dark(${appColors.background},`);
  expect(tokens).toContain(`--accent: light-dark(${appColors.theme},`);
  expect(readFileSync('public/favicon.svg', 'utf8')).toContain(appColors.theme);
});
