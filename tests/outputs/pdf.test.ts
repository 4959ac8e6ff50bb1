/** The PDF of a small guide. A full sweep also checks this guide's PDF, which takes a minute. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourcesData } from '../../src/domain/export/data-json.ts';
import { questionsData } from '../support/guide-data.ts';
import { isFullSweep, sampled } from '../support/sampled.ts';
import { blocksOf, straight } from './printed-text.ts';
import { type Bookmark, bookmarksOf, type Pdf, pageOf, readPdf, withoutSpace } from './read-pdf.ts';

const guides = isFullSweep ? ['dist', 'dist-guide'] : ['dist-guide'];

describe.each(guides)('the PDF of %s', (dist) => {
  const { title, questions } = questionsData(dist);
  const levels = [...new Set(questions.map(({ level }) => level))].map(labelOf);
  const { sources } = JSON.parse(readFileSync(`${dist}/data/sources.json`, 'utf8')) as SourcesData;
  const urls = new Map(sources.map(({ id, url }) => [id, url]));
  const bytes = readFileSync(`${dist}/downloads/guide.pdf`);
  let pdf: Pdf;
  let bookmarks: readonly Bookmark[];
  beforeAll(async () => {
    pdf = await readPdf(bytes);
    bookmarks = (await bookmarksOf(pdf.document))[0]?.entries ?? [];
  });

  it('has its title and language, and is tagged', async () => {
    const { info } = await pdf.document.getMetadata();
    expect(info).toMatchObject({ Title: title.replace(/: questions$/, ''), Language: 'en' });
    expect(await pdf.document.getMarkInfo()).toMatchObject({ Marked: true });
    const first = bookmarksOfQuestions()[0]?.page ?? 0;
    const trees = await Promise.all(
      [first + 1, first + 2].map(async (number) =>
        (await pdf.document.getPage(number)).getStructTree(),
      ),
    );
    const tree = JSON.stringify(trees);
    for (const role of ['H3', 'H4', 'P', 'L', 'LI', 'Link']) {
      expect(tree).toContain(`"role":"${role}"`);
    }
  });

  it('has bookmarks for its levels, questions, glossary, and sources in their order', () => {
    expect(bookmarks.map((entry) => entry.title)).toEqual([
      'Contents',
      ...levels,
      'Glossary',
      'Sources',
    ]);
    const ofQuestions = bookmarksOfQuestions();
    // Chromium joins two words where a heading wraps.
    expect(ofQuestions.map(({ title }) => withoutSpace(title))).toEqual(
      questions.map(({ number, title }) => withoutSpace(`${number}. ${title}`)),
    );
    for (const { title, page, entries } of ofQuestions) {
      const text = straight(withoutSpace(pdf.pages[page] ?? ''));
      expect(text).toContain(straight(withoutSpace(title)));
      expect(entries.map((entry) => entry.title)).toContain('Model answer');
    }
  });

  it('numbers each page but the first', () => {
    expect(pdf.pages[0]).not.toMatch(/\d+ \/ \d+/);
    for (const [index, text] of pdf.pages.entries()) {
      if (index > 0) expect(text).toContain(pageNumber(index));
    }
  });

  it('contains the text of each part of each question, and the URL of each source', () => {
    const texts = pdf.pages.map((text, index) => withoutSpace(text.replace(pageNumber(index), '')));
    const ofQuestions = bookmarksOfQuestions();
    for (const [index, { slug, sources, short, calibration }] of questions.entries()) {
      const [from, to] = [ofQuestions[index]?.page ?? 0, ofQuestions[index + 1]?.page];
      const text = straight(texts.slice(from, to).join(''));
      const blocks = blocksOf(slug, dist);
      expect(blocks.length, slug).toBeGreaterThan(5);
      const scored = calibration.flatMap(({ answer, scores }) => [
        answer,
        ...scores.map(({ why }) => why),
      ]);
      blocks.push(...[short, ...scored].map(withoutSpace));
      expect(blocks.map(straight).filter((block) => !text.includes(block))).toEqual([]);
      const addresses = sources.map((id) => urls.get(id) ?? id);
      expect(addresses.filter((address) => !text.includes(address))).toEqual([]);
    }
  });

  it('links from its contents and citations to targets inside, and otherwise to the web', async () => {
    const inner = new Set<string>();
    const outer = new Set<string>();
    // The table of contents is on the first pages.
    const numbers = Array.from({ length: pdf.document.numPages }, (_, index) => index + 1);
    for (const number of [...numbers.slice(0, 10), ...sampled(numbers.slice(10), 30)]) {
      const page = await pdf.document.getPage(number);
      for (const { dest, url } of await page.getAnnotations()) {
        if (typeof dest === 'string') inner.add(dest);
        else outer.add(String(url));
      }
    }
    for (const destination of inner) {
      expect(await pageOf(pdf.document, destination)).toBeGreaterThan(0);
    }
    for (const { code } of questions) expect(inner).toContain(`q-${code}`);
    expect([...inner].some((name) => name.includes('-source-'))).toBe(true);
    // Without a public URL, nothing may link to the site, not even to a question.
    expect([...outer].filter((url) => !url.startsWith('https:'))).toEqual([]);
  });

  /** Returns a level's name, which is at the start of its page's heading. */
  function labelOf(level: string): string {
    const html = readFileSync(`${dist}/levels/${level}/index.html`, 'utf8');
    return /<h1[^>]*>([^<]+?) questions</.exec(html)?.[1] ?? level;
  }

  function pageNumber(index: number): string {
    return `${index + 1} / ${pdf.pages.length}`;
  }

  function bookmarksOfQuestions(): readonly Bookmark[] {
    return bookmarks
      .filter((entry) => levels.includes(entry.title))
      .flatMap(({ entries }) => entries);
  }
});
