import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordCounts } from '../../src/components/figures/drawn/star-arc.ts';
import { guideOnDisk } from '../guide-data.ts';

it('the figure of the STAR story counts the words that its page has', () => {
  const slug = 'product-failure-and-what-changed';
  const page = readFileSync(`src/content/questions/${slug}.mdx`, 'utf8');
  const quote = page.split('\n').filter((line) => line.startsWith('>'));
  const paragraphs = quote.map((line) => line.slice(1).trim()).filter((text) => text !== '');
  const { short = '' } = guideOnDisk().bySlug.get(slug) ?? {};
  const counts = [short, ...paragraphs].map((text) => text.split(/\s+/).length);
  expect(wordCounts).toEqual(counts);
});
