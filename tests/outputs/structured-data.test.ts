import { existsSync, readFileSync } from 'node:fs';
import Validator from '@adobe/structured-data-validator';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';
import { type PageHead, pageHeads } from '../support/page-heads.ts';

const guide = guideOnDisk();
const origin = 'http://localhost:4321';
const heads = pageHeads('dist');
const dataOf = (path: string, from: readonly PageHead[] = heads) =>
  from.find((head) => head.path === path)?.data ?? [];

describe('structured data', () => {
  it('for a question says what the data files say', () => {
    for (const question of questionsData('dist').questions) {
      const level = levels.find(({ id }) => id === question.level);
      const address = origin + question.url;
      expect(dataOf(question.url.slice(1))).toMatchObject([
        {
          '@type': ['WebPage', 'LearningResource'],
          url: address,
          name: question.title,
          educationalLevel: level?.label,
          lastReviewed: question.factsCheckedOn,
          timeRequired: expect.stringMatching(/^PT\d+M(\d+S)?$/),
          breadcrumb: {
            itemListElement: [
              { position: 1, item: `${origin}/` },
              { position: 2, name: level?.label, item: `${origin}/levels/${question.level}/` },
              { position: 3, name: question.title, item: address },
            ],
          },
        },
      ]);
    }
  });

  it('for levels, topics, and paths lists their questions in order', () => {
    const lists = [
      ...guide.levels.map(({ id, questions }) => [`levels/${id}/`, questions] as const),
      ...guide.topics.map(({ id, questions }) => [`topics/${id}/`, questions] as const),
      ...guide.learningPaths.map(({ id, questions }) => {
        const listed = questions.map(({ code }) => guide.byCode.get(code));
        return [`paths/${id}/`, listed] as const;
      }),
    ];
    for (const [path, questions] of lists) {
      expect(dataOf(path)).toMatchObject([
        {
          url: `${origin}/${path}`,
          mainEntity: {
            '@type': 'ItemList',
            numberOfItems: questions.length,
            itemListElement: questions.map((question, index) => ({
              ...{ position: index + 1, name: question?.title },
              url: `${origin}/questions/${question?.slug}/`,
            })),
          },
        },
      ]);
    }
  });

  it('names the site, the glossary and its terms, below a base path too', () => {
    const below = pageHeads('dist-guide');
    expect(dataOf('', below)).toMatchObject([{ '@type': 'WebSite', url: `${origin}/guide/` }]);
    const { terms } = JSON.parse(readFileSync('dist-guide/data/glossary.json', 'utf8')) as {
      terms: { id: string; term: string }[];
    };
    const [glossary] = dataOf('glossary/', below);
    expect(glossary).toMatchObject({
      '@type': 'DefinedTermSet',
      hasDefinedTerm: terms.map(({ id, term }) => ({
        ...{ name: term, url: `${origin}/guide/glossary/#${id}` },
      })),
    });
  });

  it('has no errors under the rules for rich results', async () => {
    const validator = new Validator();
    for (const { path, data } of heads.filter(({ data: { length } }) => length > 0)) {
      for (const one of data) {
        // The validator ignores anything that has two types.
        const type = [one['@type']].flat().join();
        const jsonld = { [type]: [{ ...one, '@type': type, '@location': '0,1' }] };
        const issues = await validator.validate({ jsonld, microdata: {}, rdfa: {} });
        expect(
          issues.map(({ issueMessage }) => issueMessage),
          path,
        ).toEqual([]);
      }
    }
  });
});

describe('the sitemap', () => {
  it.each([
    ['dist', '/'],
    ['dist-guide', '/guide/'],
  ])('of %s lists each page that should be found, and no others', (dist, base) => {
    const entries = [
      ...readFileSync(`${dist}/sitemap-0.xml`, 'utf8').matchAll(
        /<url><loc>(.*?)<\/loc>(?:<lastmod>(.*?)T.*?<\/lastmod>)?<\/url>/g,
      ),
    ].map(([, address, on]) => [address, on] as const);
    const indexed = pageHeads(dist).filter(({ meta }) => !meta.get('robots')?.includes('noindex'));
    expect(new Set(entries.map(([address]) => address))).toEqual(
      new Set(indexed.map(({ path }) => `${origin}${base}${path}`)),
    );
    for (const { canonical, path } of indexed) {
      expect(canonical).toEqual([`${origin}${base}${path}`]);
    }
    for (const { slug, factsCheckedOn } of questionsData(dist).questions) {
      expect(entries).toContainEqual([`${origin}${base}questions/${slug}/`, factsCheckedOn]);
    }
    const addresses = entries.map(([address = '']) => address.slice(origin.length + base.length));
    expect(addresses.filter((path) => /^(q|search|progress|saved|404)\b/.test(path))).toEqual([]);
  });

  it('is named to crawlers', () => {
    const robots = readFileSync('dist-guide/robots.txt', 'utf8');
    const [, address = ''] = /^Sitemap: (.*)$/m.exec(robots) ?? [];
    expect(address).toBe(`${origin}/guide/sitemap-index.xml`);
    const index = readFileSync('dist-guide/sitemap-index.xml', 'utf8');
    expect(index).toContain(`<loc>${origin}/guide/sitemap-0.xml</loc>`);
    expect(existsSync('dist-guide/sitemap-0.xml')).toBe(true);
  });
});
