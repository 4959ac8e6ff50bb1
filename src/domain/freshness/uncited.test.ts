import { expect, it } from 'vitest';
import { validContent, withChange } from '../../../tests/examples/valid-content.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { uncitedSources } from './uncited.ts';

it('names sources of the same topics that a page does not cite', () => {
  const extra = {
    file: 'src/content/sources/ruling-four.yaml',
    text: (validContent().sources[0]?.text ?? '').replace('law-one', 'ruling-four'),
  };
  const content = withChange(validContent(), 7, (text) =>
    text.replace('<Cite id="law-one" />', '<Cite id="law-one" /> <Cite id="ruling-four" />'),
  );
  const { guide } = checkContent({ ...content, sources: [...content.sources, extra] });
  if (guide === undefined) throw new Error('The content is not valid.');
  const missed = uncitedSources(guide, '2025');
  const cited = missed.find(({ question }) => question.slug === 'question-7');
  expect(cited?.sources).toEqual([]);
  const other = missed.find(({ question }) => question.slug === 'question-8');
  expect(other?.sources.map(({ id }) => id)).toEqual(['ruling-four']);
  expect(uncitedSources(guide, '2027').every(({ sources }) => sources.length === 0)).toBe(true);
});
