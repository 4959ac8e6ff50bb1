import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../../src/guide.ts';
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
  it('has each part of each question', () => {
    for (const { slug, ...question } of data.questions) {
      for (const part of ['hint', 'short', 'outline', 'answer', 'deeper'] as const) {
        expect(question[part].length, `${slug}, ${part}`).toBeGreaterThan(20);
      }
    }
  });

  it('cites by numbers, each of which is one of the question’s sources', () => {
    for (const { slug, sources, hint, outline, answer, deeper } of data.questions) {
      const text = [hint, outline, answer, deeper].join('\n').replace(/```[\s\S]*?```/g, '');
      const numbers = [...text.matchAll(/ \[(\d+)\]/g)].map(([, number]) => Number(number));
      expect(new Set(numbers).size, slug).toBe(sources.length);
      expect(Math.max(...numbers), slug).toBe(sources.length);
    }
  });

  it('gives sample answers a score for each criterion, and says what follow-ups test', () => {
    for (const { slug, rubric, calibration, probes } of data.questions) {
      for (const { scores } of calibration) expect(scores, slug).toHaveLength(rubric.length);
      for (const { tests } of probes) expect(tests, slug).toMatch(/^(criterion|hint) \d$/);
    }
  });

  it('has what the pages have: both readers of the content return the same guide', () => {
    const fromBuild = data.questions.map(({ number, code, slug, title, level, order, topics }) => ({
      number,
      code,
      slug,
      title,
      level,
      order,
      topics,
    }));
    const fromDisk = guide.questions.map(({ number, code, slug, title, level, order, topics }) => ({
      number,
      code,
      slug,
      title,
      level,
      order,
      topics,
    }));
    expect(fromBuild).toEqual(fromDisk);
  });

  it('numbers the questions from 1', () => {
    expect(data.questions.map(({ number }) => number)).toEqual(
      guide.questions.map((_, index) => index + 1),
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

  it('has the hint as steps', () => {
    for (const { hint, slug } of data.questions)
      expect(hint, slug).toMatch(/^1\. [\s\S]+\n2\. [\s\S]+\n3\. /);
  });
});
