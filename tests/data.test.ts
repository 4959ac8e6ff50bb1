import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { guide as settings } from '../src/guide.ts';
import { guideOnDisk, questionsData } from './guide-data.ts';

const guide = guideOnDisk();
const files = ['questions', 'sources', 'glossary'] as const;
const data = questionsData('dist');

function read(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(`dist/data/${file}.json`, 'utf8')) as Record<string, unknown>;
}

function validator(name: string): ReturnType<Ajv2020['compile']> {
  return new Ajv2020({
    strict: false,
    formats: { date: /^\d{4}-\d\d-\d\d$/, uri: /^https?:/ },
  }).compile(read(`${name}.schema`));
}

describe.each(files)('/data/%s.json', (name) => {
  it('fits the JSON Schema beside it, which describes each of its fields', () => {
    const valid = validator(name);
    expect(valid(read(name)), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...read(name), version: 2 })).toBe(false);
    const { properties } = read(`${name}.schema`) as {
      properties: Record<string, { items?: { properties?: object } }>;
    };
    const fields = Object.values(properties).flatMap((one) => [
      ...(one.items === undefined ? [one] : Object.values(one.items.properties ?? {})),
    ]);
    expect(fields.length).toBeGreaterThan(10);
    for (const field of fields) expect(field).toHaveProperty('description');
  });

  it('has its owner, license, date, and the URL of its schema', () => {
    const { $schema, license, date, title } = read(name);
    expect(license).toBe(settings.license);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(title).toContain(settings.title);
    const schema = read(`${name}.schema`);
    expect($schema).toBe(schema['$id']);
    expect(schema['title']).toBe(title);
    expect(schema['description']).toContain(settings.license);
    expect(new URL(String($schema), 'https://x.invalid').pathname).toBe(
      `/data/${name}.schema.json`,
    );
  });
});

describe('/data/questions.json', () => {
  it('must have each part of a question', () => {
    const valid = validator('questions');
    for (const part of ['hint', 'short', 'calibration']) {
      const [first, ...others] = data.questions;
      expect(valid({ ...data, questions: [{ ...first, [part]: undefined }, ...others] })).toBe(
        false,
      );
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
