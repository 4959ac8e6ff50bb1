import { describe, expect, it } from 'vitest';
import { validContent } from '../../tests/examples/valid-content.ts';
import { checkContent } from '../domain/content-checks/check-content.ts';
import type { Guide } from '../domain/guide/build-guide.ts';
import { pathsBelow } from '../domain/links/paths.ts';
import { levelGroups, questionPagination } from './sidebar.ts';

const { guide } = checkContent(validContent()) as { guide: Guide };
const paths = pathsBelow('/guide/');
const [first, second, third] = guide.questions;
if (!first || !second || !third) throw new Error('The guide has too few questions.');

function linksOf(pathname: string) {
  const links = levelGroups(guide, paths, pathname).flatMap((entry) =>
    entry.type === 'group' ? entry.entries.filter((each) => each.type === 'link') : [],
  );
  return { links, current: links.filter(({ isCurrent }) => isCurrent) };
}

describe('the levels in the sidebar', () => {
  it('are groups with their counts, closed unless Starlight opens the one of the page', () => {
    const groups = levelGroups(guide, paths, paths.home);
    expect(
      groups.map((group) => group.type === 'group' && [group.label, group.badge?.text]),
    ).toEqual(guide.levels.map(({ label, questions }) => [label, `${questions.length}`]));
    expect(groups.every((group) => group.type === 'group' && group.collapsed)).toBe(true);
  });

  it('list every question by its label, and the page of each level', () => {
    const { links } = linksOf(paths.home);
    expect(links.map(({ href }) => href)).toEqual(
      guide.levels.flatMap(({ id, questions }) => [
        ...questions.map(({ slug }) => paths.question(slug)),
        paths.level(id),
      ]),
    );
    expect(links[0]?.label).toBe(first.label);
  });

  it('mark the current page', () => {
    expect(linksOf(paths.home).current).toEqual([]);
    expect(linksOf(paths.question(second.slug)).current.map(({ label }) => label)).toEqual([
      second.label,
    ]);
    expect(linksOf(paths.level(first.level)).current).toHaveLength(1);
  });
});

it('a question links to its neighbors, and the first and last have only one', () => {
  const titles = (code: string) => {
    const question = guide.byCode.get(code);
    if (question === undefined) throw new Error(code);
    const { prev, next } = questionPagination(question, guide, paths);
    return [prev?.label, next?.label];
  };
  expect(titles(second.code)).toEqual([first.title, third.title]);
  expect(titles(first.code)).toEqual([undefined, second.title]);
  const [beforeLast, last] = guide.questions.slice(-2);
  expect(titles(last?.code ?? '')).toEqual([beforeLast?.title, undefined]);
});
