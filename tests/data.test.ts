import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { guideOnDisk, questionsData } from './guide-data.ts';

const guide = guideOnDisk();
const data = questionsData('dist');

describe('/data/questions.json', () => {
  it('fits the JSON Schema beside it', () => {
    const schema = JSON.parse(readFileSync('dist/data/questions.schema.json', 'utf8')) as object;
    const valid = new Ajv2020({ strict: false }).compile(schema);
    expect(valid(data), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...data, version: 2 })).toBe(false);
    expect(valid({ ...data, questions: [{ ...data.questions[0], hint: undefined }] })).toBe(false);
  });

  it('holds what the pages hold: both doors to the content give the same guide', () => {
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

  it('numbers the questions from 1 to 50', () => {
    expect(data.questions.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
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
