import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { guide as settings } from '../../src/guide.ts';
import {
  type Bookmark,
  bookmarksOf,
  type Pdf,
  pageOf,
  readPdf,
  withoutSpace,
} from '../outputs/read-pdf.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const below = inject('baseSite');
const guide = guideOnDisk();
describe('the PDF', () => {
  const { questions, levels } = guide;
  const bytes = readFileSync('dist/downloads/guide.pdf');
  let pdf: Pdf;
  let bookmarks: readonly Bookmark[];
  beforeAll(async () => {
    pdf = await readPdf(bytes);
    bookmarks = (await bookmarksOf(pdf.document))[0]?.entries ?? [];
  });

  it('has its title and language, and is tagged', async () => {
    const { info } = await pdf.document.getMetadata();
    expect(info).toMatchObject({ Title: settings.title, Language: 'en' });
    expect(await pdf.document.getMarkInfo()).toMatchObject({ Marked: true });
    const first = bookmarksOfQuestions()[0]?.page ?? 0;
    const tree = JSON.stringify(await (await pdf.document.getPage(first + 1)).getStructTree());
    for (const role of ['H3', 'H4', 'P', 'L', 'LI', 'Link']) {
      expect(tree).toContain(`"role":"${role}"`);
    }
  });

  it('has bookmarks for its levels, questions, glossary, and sources in their order', () => {
    expect(bookmarks.map((entry) => entry.title)).toEqual([
      'Contents',
      ...levels.map(({ label }) => label),
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
      const blocks = blocksOf(slug);
      expect(blocks.length, slug).toBeGreaterThan(5);
      const scored = calibration.flatMap(({ answer, scores }) => [
        answer,
        ...scores.map(({ why }) => why),
      ]);
      blocks.push(...[short, ...scored].map(withoutSpace));
      expect(blocks.map(straight).filter((block) => !text.includes(block))).toEqual([]);
      const addresses = sources.map((id) => guide.sources.get(id)?.url ?? id);
      expect(addresses.filter((address) => !text.includes(address))).toEqual([]);
    }
  });

  it('links from its contents and citations to targets inside, and otherwise to the web', async () => {
    const inner = new Set<string>();
    const outer = new Set<string>();
    // The contents are on the first pages.
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
    expect([...inner].filter((name) => name.includes('-source-')).length).toBeGreaterThan(40);
    // Without a public URL, nothing links to the site, not even to a question.
    expect([...outer].filter((url) => !url.startsWith('https:'))).toEqual([]);
  });

  function pageNumber(index: number): string {
    return `${index + 1} / ${pdf.pages.length}`;
  }

  function bookmarksOfQuestions(): readonly Bookmark[] {
    const labels: string[] = levels.map(({ label }) => label);
    return bookmarks
      .filter((entry) => labels.includes(entry.title))
      .flatMap(({ entries }) => entries);
  }
});

/**
 * Replaces glyphs that PDFs name by another code point: the quotes U+2018 and U+2019, and the micro
 * sign.
 */
function straight(text: string): string {
  return text.normalize('NFKC').replace(/[\u02BB\u02BC\u2018\u2019]/g, "'");
}

describe('the downloads page', () => {
  it('offers the PDF if it was made, and pages to print', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}downloads/`);
    const pdf = page.locator('.downloads a[download][href$=".pdf"]');
    expect(await pdf.count()).toBe(1);
    await page.goto(`${below}downloads/`);
    expect(await pdf.count()).toBe(0);
    const [{ level = '' } = {}, ...others] = questionsData('dist-guide').questions;
    await page.locator(`.downloads a[href$="/print/${level}/"]`).click();
    await page.waitForURL(`${below}print/${level}/`);
    expect(await page.locator('article').count()).toBe(
      1 + others.filter((other) => other.level === level).length,
    );
  });
});

describe('a page that is printed by itself', () => {
  it('has what is folded on the screen, and nothing to press', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const slug = 'what-is-fhir';
    await page.goto(`${site}questions/${slug}/`);
    const text = straight(withoutSpace((await readPdf(await page.pdf())).pages.join('')));
    expect(blocksOf(slug).filter((block) => !text.includes(straight(block)))).toEqual([]);
    for (const words of ['Copylink', 'Answernow', 'CtrlK', 'Skiptocontent', 'Menu', 'Tryit']) {
      expect(text).not.toContain(words);
    }
    // Without SITE_URL, labs have only their names, because their pages can't be links on paper.
    expect(text).toMatch(/Labs:\w/);
    expect(text).not.toContain('localhost');
    const { calibration = [] } = guide.bySlug.get(slug) ?? {};
    for (const { answer } of calibration) {
      expect(text).toContain(straight(withoutSpace(answer)));
    }
  });

  it.each(sampled(['A4', 'Letter'], 1))(
    'takes four pages of %s at most, none of which ends in a heading',
    async (format) => {
      const { page } = await open();
      for (const slug of sampled(longestPages(3), 1)) {
        await page.goto(`${site}questions/${slug}/`);
        const headings = await page
          .locator('main :is(h2, h3, summary > h2):visible, main details h3')
          .allTextContents();
        const { pages } = await readPdf(await page.pdf({ format }));
        expect(pages.length, slug).toBeLessThanOrEqual(4);
        for (const text of pages) {
          const last = text.trim().split('\n').at(-1)?.trim() ?? '';
          expect(
            headings.map((heading) => heading.trim()),
            slug,
          ).not.toContain(last);
        }
      }
    },
  );

  it('shows no empty field and no button of a study page, a list or a lab', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const paths = ['practice/', 'mock/', 'set/', 'search/?q=FHIR', 'labs/threshold/'];
    for (const path of sampled(paths, 3)) {
      await page.goto(site + path);
      await page.waitForFunction(() => document.querySelector('main button') !== null);
      await page.emulateMedia({ media: 'print' });
      const pressed = page.locator(':is(button, input, select, textarea, nav a):visible');
      expect(await pressed.count(), path).toBe(0);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

/** Returns the slugs of the questions with the most text. */
function longestPages(count: number): string[] {
  const length = new Map(
    questionsData('dist').questions.map((question) => [
      question.slug,
      JSON.stringify(question).length,
    ]),
  );
  return [...length.keys()]
    .sort((a, b) => (length.get(b) ?? 0) - (length.get(a) ?? 0))
    .slice(0, count);
}

type Node = DefaultTreeAdapterTypes.Node;

/**
 * Returns paragraphs and steps in the parts of a built page, in reading order and without white
 * space.
 */
function blocksOf(slug: string): string[] {
  const html = readFileSync(`dist/questions/${slug}/index.html`, 'utf8');
  return (['listening', 'hint', 'outline', 'answer', 'deeper', 'flags', 'probes'] as const)
    .flatMap((id) => elementsIn(parse(html)).filter((element) => partOf(element) === id))
    .flatMap(blocksIn)
    .map(withoutSpace);
}

function elementsIn(node: Node): DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function partOf({ attrs }: DefaultTreeAdapterTypes.Element): string | undefined {
  return attrs.find(({ name }) => name === 'data-part')?.value;
}

function blocksIn(node: Node): string[] {
  const name = node.nodeName;
  if (name === 'figure' || name === 'table') return [];
  // Definitions are left out. So is the ten-second answer, which has its own test.
  if (
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'popover' || value === 'short')
  )
    return [];
  if (['p', 'li', 'dt', 'dd'].includes(name)) return [textOf(node)];
  return 'childNodes' in node ? node.childNodes.flatMap(blocksIn) : [];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
