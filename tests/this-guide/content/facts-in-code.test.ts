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
  const missing = guide.questions.flatMap(({ slug, sources }) => {
    const text = readFileSync(`src/content/questions/${slug}.mdx`, 'utf8');
    return facts
      .filter(({ name }) => {
        const [, kind, id] = /^(figure|worked table) (.+)$/.exec(name) ?? [];
        const component = kind === 'figure' ? 'Figure' : 'Worked';
        return id !== undefined && text.includes(`<${component} id="${id}" />`);
      })
      .flatMap(({ name, sources: ids }) =>
        ids.filter((id) => !sources.includes(id)).map((id) => `${slug}: ${name}: ${id}`),
      );
  });
  expect(missing).toEqual([]);
});
