import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { factsInCode } from '../../../scripts/facts-in-code.ts';
import { guideOnDisk } from '../../support/guide-data.ts';

const guide = guideOnDisk();
const facts = await factsInCode(guide.labs);

it('figures, labs, and worked tables give sources that exist', () => {
  expect(facts.length).toBeGreaterThan(30);
  const unknown = facts.flatMap(({ name, sources }) =>
    sources.filter((id) => !guide.sources.has(id)).map((id) => `${name}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

it('pages cite the sources of their figures and worked tables', () => {
  const uses = guide.questions.flatMap(({ slug, sources }) => {
    const text = readFileSync(`src/content/questions/${slug}.mdx`, 'utf8');
    return [...text.matchAll(/<(Figure|Worked)\s+id="([^"]*)"/g)].map(([, component, id]) => {
      const name = `${component === 'Figure' ? 'figure' : 'worked table'} ${id}`;
      return { slug, name, sources, fact: facts.find((each) => each.name === name) };
    });
  });
  expect(uses.length).toBeGreaterThan(0);
  // Most figures and tables on pages are in the list. Those without facts have no sources there.
  const known = uses.filter(({ fact }) => fact !== undefined);
  expect(known.length).toBeGreaterThan(uses.length / 2);
  const missing = known.flatMap(({ slug, name, sources, fact }) =>
    (fact?.sources ?? [])
      .filter((id) => !sources.includes(id))
      .map((id) => `${slug}: ${name}: ${id}`),
  );
  expect(missing).toEqual([]);
});
