import { expect, it } from 'vitest';
import { correctionLink, editBase } from './repository-links.ts';

const page = { code: 'z7s', title: 'What is SaMD?', address: 'https://guide.example/q/z7s/' };

it('opens an issue with page and title filled in', () => {
  const url = new URL(correctionLink('https://git.example/guide/', page) ?? '');
  expect(url.pathname).toBe('/guide/issues/new');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    template: 'wrong-fact.yml',
    title: 'z7s: What is SaMD?',
    page: 'https://guide.example/q/z7s/',
  });
});

it('is not offered by a guide without a repository', () => {
  expect(correctionLink(undefined, page)).toBeUndefined();
});

it('names the folder in which pages are edited', () => {
  expect(editBase('https://git.example/guide/')).toBe('https://git.example/guide/edit/main/');
  expect(editBase(undefined)).toBeUndefined();
});
