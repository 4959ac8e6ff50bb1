import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ensureEpubcheck } from '../scripts/find-epubcheck.ts';
import { escapeXml } from '../src/domain/export/part-html.ts';
import { changesOf } from '../src/domain/guide/changes.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk, questionsData } from './guide-data.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const questions = questionsData('dist').questions;
const titles = guide.questions.map(({ title }) => title);

/** Rows of a CSV file by RFC 4180, read by code that did not write it. */
function rowsOf(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the downloads page', () => {
  it('offers each file with its size, and each can be had', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}downloads/`);
    const entries = page.locator('ul.downloads > li', { has: page.locator('a[download]') });
    expect(await entries.count()).toBeGreaterThanOrEqual(10);
    for (const entry of await entries.all()) {
      const href = await entry.locator('a[download]').getAttribute('href');
      const file = await fetch(new URL(href ?? '', site));
      expect(file.status, href ?? '').toBe(200);
      const bytes = (await file.arrayBuffer()).byteLength;
      const shown = bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : 'MB';
      expect(await entry.textContent(), href ?? '').toContain(shown);
    }
  });
});

describe('the tables', () => {
  it('hold all questions, terms and sources', () => {
    const read = (name: string) =>
      rowsOf(readFileSync(`dist/downloads/${name}.csv`, 'utf8').slice(1));
    const [header, ...rows] = read('questions');
    expect(header?.slice(0, 4)).toEqual(['number', 'code', 'level', 'question']);
    expect(rows.map((row) => row[3])).toEqual(titles);
    expect(rows.map((row) => row[6])).toEqual(questions.map(({ hint }) => hint));
    expect(read('glossary')).toHaveLength(guide.terms.size + 1);
    expect(read('sources')).toHaveLength(guide.sources.size + 1);
  });
});

describe('the texts for language models', () => {
  it('link to each question, and hold the text of each', () => {
    const list = readFileSync('dist/llms.txt', 'utf8');
    const full = readFileSync('dist/llms-full.txt', 'utf8');
    for (const { slug, hint, answer } of questions) {
      expect(list).toContain(`/questions/${slug}/)`);
      expect(full).toContain(hint);
      expect(full).toContain(answer);
    }
  });
});

describe('the feeds', () => {
  it('are well-formed, newest first, and name the questions that a change touches', async () => {
    const { page } = await open();
    await page.goto(site);
    const changed = changesOf(guide);
    const feed = await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      return {
        isBroken: xml.querySelector('parsererror') !== null,
        dates: [...xml.querySelectorAll('entry > updated')].map((node) => node.textContent),
        contents: [...xml.querySelectorAll('entry > content')].map((node) => node.textContent),
      };
    }, `${site}changes.xml`);
    expect(feed.isBroken).toBe(false);
    expect(feed.dates).toHaveLength(changed.length);
    expect([...feed.dates].sort().reverse()).toEqual(feed.dates);
    expect(feed.contents.filter((text) => text?.includes('/questions/')).length).toBeGreaterThan(
      20,
    );
  });

  it('stand beside each question, which links to its own', () => {
    for (const question of guide.questions) {
      const { slug } = question;
      const own = changesOf(guide).filter(({ questions }) => questions.includes(question));
      const text = readFileSync(`dist/questions/${slug}/changes.xml`, 'utf8');
      expect(text.match(/<entry>/g) ?? [], slug).toHaveLength(own.length);
      const page = readFileSync(`dist/questions/${slug}/index.html`, 'utf8');
      expect(page, slug).toContain(`href="/questions/${slug}/changes.xml"`);
    }
  });

  it('say what an answer told differently before, and so does its page', () => {
    const noted = guide.questions.flatMap((question) => question.changes ?? []);
    expect(noted.length).toBeGreaterThan(0);
    const feed = textOf(readFileSync('dist/changes.xml', 'utf8'));
    const page = textOf(readFileSync('dist/what-changed/index.html', 'utf8'));
    for (const { what } of noted) {
      expect(feed).toContain(escapeXml(what));
      expect(page).toContain(what);
    }
  });
});

describe('the book', () => {
  const book = unzipSync(readFileSync('dist/downloads/guide.epub'));
  const text = (name: string): string => strFromU8(book[`EPUB/${name}`] ?? new Uint8Array());

  it('passes epubcheck without a warning', () => {
    const { command, args } = ensureEpubcheck();
    const run = spawnSync(command, [...args, 'dist/downloads/guide.epub'], { encoding: 'utf8' });
    expect(run.stdout + run.stderr).toContain('0 fatals / 0 errors / 0 warnings');
  });

  it('gives each shape of its figures a color of its own', async () => {
    const drawings = Object.keys(book).flatMap((name) =>
      [...strFromU8(book[name] ?? new Uint8Array()).matchAll(/<svg[\s\S]*?<\/svg>/g)].map(String),
    );
    expect(drawings.length).toBeGreaterThan(20);
    const { page } = await open();
    await page.setContent(`<style>${text('styles.css')}</style>${drawings.join('')}`);
    const shapes = page.locator('svg :is(path, rect, circle, line)');
    const looks = await shapes.evaluateAll((found) =>
      found.map((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return { fill, stroke, shape: shape.outerHTML };
      }),
    );
    const bad = looks.filter(
      ({ fill, stroke }) => fill === 'rgb(0, 0, 0)' || (fill === 'none' && stroke === 'none'),
    );
    expect(bad).toEqual([]);
  });

  it('has a chapter for each question with its title and hint', () => {
    for (const { code, title, hint } of questions) {
      const words = textOf(text(`q-${code}.xhtml`));
      expect(words).toContain(title);
      const [first = ''] = hint.replace(/^1\. /, '').split('. ');
      expect(words.replace(/\s+/g, ' ')).toContain(first.slice(0, 40));
      expect(text('nav.xhtml')).toContain(`q-${code}.xhtml`);
    }
  });
});

function textOf(html: string): string {
  const words = (node: unknown): string => {
    if (typeof node !== 'object' || node === null) return '';
    if ('value' in node) return String(node.value);
    return 'childNodes' in node && Array.isArray(node.childNodes)
      ? node.childNodes.map(words).join('')
      : '';
  };
  return words(parse(html));
}

describe('the Anki package', () => {
  let folder = '';
  let database: DatabaseSync;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-anki-'));
    const files = unzipSync(readFileSync('dist/downloads/anki.apkg'));
    expect(Object.keys(files)).toEqual(['collection.anki2', 'media']);
    writeFileSync(join(folder, 'c.anki2'), files['collection.anki2'] ?? '');
    database = new DatabaseSync(join(folder, 'c.anki2'), { readOnly: true });
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('is a whole SQLite database of schema 11', () => {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('SELECT ver FROM col').all()).toEqual([{ ver: 11 }]);
  });

  it('has a note and a card for each question and each term, in the deck of its level', () => {
    const rows = database
      .prepare(
        'SELECT n.guid, n.sfld, n.flds, c.did FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due',
      )
      .all() as { guid: string; sfld: string; flds: string; did: number }[];
    expect(rows).toHaveLength(guide.questions.length + guide.terms.size);
    const own = rows.slice(0, guide.questions.length);
    expect(own.map(({ guid }) => guid)).toEqual(
      guide.questions.map(({ code }) => `ahig-q-${code}`),
    );
    expect(own.map(({ sfld }) => sfld)).toEqual(titles);
    const { decks } = database.prepare('SELECT decks FROM col').get() as { decks: string };
    const names = JSON.parse(decks) as Record<string, { name: string }>;
    for (const [index, { did }] of own.entries()) {
      const level = guide.levels.find(({ id }) => id === guide.questions[index]?.level);
      expect(names[did]?.name).toContain(level?.label);
    }
    for (const { flds } of own) expect(flds.split('\u001f')).toHaveLength(6);
  });

  it('gives every note an id, a guid and a checksum of its own kind, none twice', () => {
    const count = (column: string): unknown =>
      database.prepare(`SELECT count(DISTINCT ${column}) AS n FROM notes`).get();
    const all = guide.questions.length + guide.terms.size;
    expect(count('id')).toEqual({ n: all });
    expect(count('guid')).toEqual({ n: all });
    // First eight digits of the SHA-1 of "FHIR", by another implementation.
    const fhir = database.prepare("SELECT csum FROM notes WHERE sfld = 'FHIR'").get();
    expect(fhir).toEqual({ csum: 0xf24a8dd5 });
  });
});
