import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../../src/guide-settings.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';

const guide = guideOnDisk();
const files = ['questions', 'sources', 'glossary'] as const;
const data = questionsData('dist');

function read(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(`dist/data/${file}.json`, 'utf8')) as Record<string, unknown>;
}

describe.each(files)('/data/%s.json', (name) => {
  it('has its version, title, license, and date', () => {
    const { version, license, date, title } = read(name);
    expect(version).toBeGreaterThanOrEqual(2);
    expect(license).toBe(settings.license);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(title).toContain(settings.title);
  });

  it('has no field that docs/outputs.md doesn’t describe', () => {
    const docs = readFileSync('docs/outputs.md', 'utf8');
    const [entries = []] = Object.values(read(name)).filter(Array.isArray);
    const fields = new Set(entries.flatMap((entry) => Object.keys(entry as object)));
    expect(fields.size).toBeGreaterThan(5);
    expect([...fields].filter((field) => !docs.includes(`\`${field}\``))).toEqual([]);
  });
});

describe('/data/questions.json', () => {
  it('cites by numbers, each of which is one of the question’s sources', () => {
    for (const { slug, sources, hint, outline, answer, deeper } of data.questions) {
      const text = [hint, outline, answer, deeper].join('\n').replace(/```[\s\S]*?```/g, '');
      const numbers = [...text.matchAll(/ \[(\d+)\]/g)].map(([, number]) => Number(number));
      expect(new Set(numbers).size, slug).toBe(sources.length);
      expect(Math.max(...numbers), slug).toBe(sources.length);
    }
  });

  it('has what the pages have: both readers of the content return the same guide', () => {
    const facts = ['number', 'code', 'slug', 'title', 'level', 'order', 'topics'] as const;
    const factsOf = (question: Readonly<Record<string, unknown>>) =>
      facts.map((fact) => question[fact]);
    expect(data.questions.map((question) => factsOf({ ...question }))).toEqual(
      guide.questions.map((question) => factsOf({ ...question })),
    );
  });

  it('gives addresses that exist, base path included', () => {
    for (const { url, shortUrl } of questionsData('dist-guide').questions) {
      for (const address of [url, shortUrl]) {
        expect(address).toMatch(/^\/guide\//);
        expect(existsSync(`dist-guide/${address.slice('/guide/'.length)}index.html`), address).toBe(
          true,
        );
      }
    }
  });
});
