import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import remarkParse from 'remark-parse';
import sharp from 'sharp';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { changesOf } from '../../src/domain/guide/changes.ts';
import { dateText } from '../../src/domain/words/date-text.ts';
import { settings } from '../../src/guide-settings.ts';
import { escapeXml } from '../../src/lib/text.ts';
import { useBrowser } from '../support/browser.ts';
import { ensureEpubcheck } from '../support/find-tools.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { withoutSpace } from './read-pdf.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const questions = questionsData('dist').questions;
const titles = guide.questions.map(({ title }) => title);

/** Parses a CSV file (RFC 4180) without using the code that writes it. */
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
  it('offers each file with its size, and the PDF without, and each can be downloaded', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}downloads/`);
    const entries = page.locator('ul.downloads > li', { has: page.locator('a[download]') });
    expect(await entries.count()).toBeGreaterThanOrEqual(10);
    for (const entry of await entries.all()) {
      const href = await entry.locator('a[download]').getAttribute('href');
      const file = await fetch(new URL(href ?? '', site));
      expect(file.status, href ?? '').toBe(200);
      const bytes = (await file.arrayBuffer()).byteLength;
      // The PDF is printed from the built pages, so the page can't know its size.
      if (href?.endsWith('.pdf')) continue;
      const shown =
        bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : 'MB';
      expect(await entry.textContent(), href ?? '').toContain(shown);
    }
  });
});

describe('the tables', () => {
  const read = (name: string) =>
    rowsOf(readFileSync(`dist/downloads/${name}.csv`, 'utf8').slice(1));

  it('contain all questions, terms, and sources', () => {
    const [header, ...rows] = read('questions');
    expect(header?.slice(0, 4)).toEqual(['number', 'code', 'level', 'question']);
    const column = (name: string) => rows.map((row) => row[header?.indexOf(name) ?? -1]);
    expect(column('question')).toEqual(titles);
    expect(column('hint')).toEqual(questions.map(({ hint }) => hint));
    expect(column('short')).toEqual(guide.questions.map(({ short }) => short));
    expect(read('glossary')).toHaveLength(guide.terms.size + 1);
    expect(read('sources')).toHaveLength(guide.sources.size + 1);
  });

  it('have the columns that docs/outputs.md lists, in that order', () => {
    const docs = readFileSync('docs/outputs.md', 'utf8');
    for (const name of ['questions', 'glossary', 'sources']) {
      const row = new RegExp(`^\\| \`${name}\\.csv\` +\\| (.+?) +\\|$`, 'm').exec(docs)?.[1];
      expect(row?.split(', '), name).toEqual(read(name)[0]);
    }
  });
});

describe('the texts for language models', () => {
  const full = readFileSync('dist/llms-full.txt', 'utf8');
  const page = (slug: string): string => readFileSync(`dist/questions/${slug}/index.md`, 'utf8');

  it('link to the Markdown of each question, and contain the text of each', () => {
    const list = readFileSync('dist/llms.txt', 'utf8');
    const all = wordsOf(full);
    for (const { slug } of questions) expect(list).toContain(`/questions/${slug}/index.md)`);
    for (const { slug, hint, short, answer, deeper } of sampled(questions, 4)) {
      const words = wordsOf(page(slug));
      for (const text of [hint, short, answer, deeper]) {
        for (const line of proseLines(text)) {
          expect(words, slug).toContain(withoutSpace(line));
          expect(all, slug).toContain(withoutSpace(line));
        }
      }
    }
    expect(list).toContain('llms-full.txt)');
  });

  it('give each question with front matter, its sources numbered, and its citations as links', () => {
    for (const question of sampled(guide.questions, 4)) {
      const [, front = '', body = ''] = page(question.slug).split(/^---\n/m);
      expect(parseYaml(front), question.slug).toMatchObject({
        title: question.title,
        code: question.code,
        license: settings.license,
      });
      const nodes = nodesOf(body);
      const cited = nodes.filter(({ type }) => type === 'linkReference');
      const defined = nodes.filter(({ type }) => type === 'definition');
      expect(cited.length, question.slug).toBeGreaterThanOrEqual(question.sources.length);
      expect(defined.map(({ label, url }) => [label, url])).toEqual(
        question.sources.map((id, index) => [String(index + 1), guide.sources.get(id)?.url]),
      );
    }
  });

  it('have URLs that can be copied as text', () => {
    const texts = [full, ...questions.map(({ slug }) => page(slug))];
    expect(texts.flatMap((text) => text.match(/https?:\/\/[^\s<>]*\\[^\s<>]*/g) ?? [])).toEqual([]);
    const addresses = new Set(nodesOf(full).map(({ url }) => url));
    const cited = guide.questions.flatMap(({ sources }) => sources);
    const urls = new Set(cited.map((id) => guide.sources.get(id)?.url));
    expect([...urls].filter((url) => !addresses.has(url))).toEqual([]);
  });

  it('are Markdown whose headings skip no level', () => {
    for (const text of [full, ...sampled(guide.questions, 4).map(({ slug }) => page(slug))]) {
      const depths = nodesOf(text.replace(/^---\n[\s\S]*?\n---\n/, '')).flatMap(
        ({ depth }) => depth ?? [],
      );
      expect(depths[0]).toBe(1);
      expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)).toEqual([]);
    }
  });

  it('have code in fences, with its language', () => {
    const listings = guide.questions.map(({ slug }) => {
      const html = readFileSync(`dist/questions/${slug}/index.html`, 'utf8');
      const fences = nodesOf(page(slug)).filter(({ type, lang }) => type === 'code' && lang);
      expect(fences, slug).toHaveLength(html.match(/<pre[ >]/g)?.length ?? 0);
      return fences.length;
    });
    expect(Math.max(...listings)).toBeGreaterThan(0);
  });
});

it('texts have no stray spaces before punctuation', () => {
  const texts = [
    ...['llms.txt', 'llms-full.txt', 'downloads/questions.csv', 'downloads/sources.csv'],
    ...['downloads/glossary.csv', 'data/questions.json', 'data/study.json'],
    ...guide.questions.map(({ slug }) => `questions/${slug}/index.md`),
  ];
  for (const file of texts) {
    const text = readFileSync(`dist/${file}`, 'utf8').replaceAll('\\n', '\n');
    // Leave out code, to which other rules apply.
    const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, 'x');
    expect(prose.match(/.{0,40}\S [.,;:)](?=\s|$).{0,10}/gm) ?? [], file).toEqual([]);
  }
});

describe('the feed', () => {
  it('is well-formed, newest first, never in the future, and names the questions that a change touches', async () => {
    const { page } = await open();
    await page.goto(site);
    const changed = changesOf(guide);
    const feed = await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const all = (path: string) => [...xml.querySelectorAll(path)].map((node) => node.textContent);
      return {
        isBroken: xml.querySelector('parsererror') !== null,
        dates: all('entry > updated'),
        every: all('updated, published'),
        ids: all('id'),
        titles: all('entry > title'),
        contents: all('entry > content'),
      };
    }, `${site}changes.xml`);
    expect(feed.isBroken).toBe(false);
    expect(feed.dates).toHaveLength(changed.length);
    expect([...feed.dates].sort().reverse()).toEqual(feed.dates);
    expect(feed.every.filter((date) => Date.parse(date ?? '') > Date.now())).toEqual([]);
    expect(new Set(feed.ids).size).toBe(changed.length + 1);
    expect(new Set(feed.titles).size).toBe(changed.length);
    expect(feed.contents.some((text) => text?.includes('/questions/'))).toBe(true);
  });

  it('is announced by each page, and is the only one', () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
    const pages = files.filter((file) => file.endsWith('index.html') && !/^(print|q)\//.test(file));
    const missing = pages.filter((file) => {
      const html = readFileSync(`dist/${file}`, 'utf8');
      return (
        !html.includes('http-equiv="refresh"') &&
        !/<link rel="alternate" type="application\/atom\+xml" href="\/changes\.xml"/.test(html)
      );
    });
    expect(pages.length).toBeGreaterThan(guide.questions.length);
    expect(missing).toEqual([]);
    expect(files.filter((file) => file.endsWith('changes.xml'))).toEqual(['changes.xml']);
  });

  it('says what an answer said before, as does the page of changes', () => {
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

it('files that are read elsewhere have no links to a site without a public address', () => {
  const home = readFileSync('dist/index.html', 'utf8');
  if (!home.includes('<link rel="canonical" href="http://localhost:')) return;
  const unzipped = (file: string): string[] =>
    Object.values(unzipSync(readFileSync(`dist/downloads/${file}`))).map((bytes) =>
      strFromU8(bytes),
    );
  const texts = [
    ...unzipped('guide.epub'),
    ...unzipped('anki.apkg'),
    ...['questions.csv', 'glossary.csv'].map((file) =>
      readFileSync(`dist/downloads/${file}`, 'utf8'),
    ),
    ...['llms.txt', 'llms-full.txt'].map((file) => readFileSync(`dist/${file}`, 'utf8')),
  ];
  expect(texts.filter((text) => text.includes('localhost'))).toEqual([]);
});

describe('the book', () => {
  const book = unzipSync(readFileSync('dist/downloads/guide.epub'));
  const text = (name: string): string => strFromU8(book[`EPUB/${name}`] ?? new Uint8Array());

  it('passes epubcheck without a warning', () => {
    const { command, args } = ensureEpubcheck();
    const run = spawnSync(command, [...args, 'dist/downloads/guide.epub'], { encoding: 'utf8' });
    expect(run.stdout + run.stderr).toContain('0 fatals / 0 errors / 0 warnings');
  });

  it('stays the same book when its text changes, and gives the date of the change', () => {
    const opf = text('package.opf');
    expect(opf).toContain(`<dc:identifier id="id">urn:uuid:${settings.uuid}</dc:identifier>`);
    const [, modified = ''] = /"dcterms:modified">([^<]+)/.exec(opf) ?? [];
    expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
    const { date } = questionsData('dist');
    expect(modified.slice(0, 10)).toBe(date);
    expect(text('title.xhtml')).toContain(dateText(date));
  });

  it('has a cover, contents with a role, and landmarks', async () => {
    expect(text('package.opf')).toContain('href="cover.png"');
    const { width, height } = await sharp(book['EPUB/cover.png']).metadata();
    expect([width, height]).toEqual([1000, 1600]);
    const nav = text('nav.xhtml');
    expect(nav).toContain('<nav epub:type="toc" role="doc-toc"');
    expect(nav).toContain('epub:type="landmarks"');
    for (const { number, title } of guide.questions) {
      expect(nav).toContain(`>${number}. ${escapeXml(title)}</a>`);
    }
  });

  it('draws its figures without a style sheet, even in an e-reader’s dark mode', async () => {
    const drawings = Object.keys(book).flatMap((name) =>
      [...strFromU8(book[name] ?? new Uint8Array()).matchAll(/<svg[\s\S]*?<\/svg>/g)].map(String),
    );
    expect(drawings).not.toEqual([]);
    const { page } = await open();
    await page.setContent(`<body style="background:#111;color:#ddd">${drawings.join('')}`);
    const looks = await page
      .locator('svg :is(path, rect, circle, line, text)')
      .evaluateAll((found) =>
        found.map((shape) => {
          const { fill, stroke } = getComputedStyle(shape);
          const isInDot = shape.parentElement?.classList.contains('dot') ?? false;
          return {
            fill,
            stroke,
            isText: shape.tagName === 'text' && !isInDot,
            shape: shape.outerHTML,
          };
        }),
      );
    const bad = looks.filter(({ fill, stroke, isText }) =>
      isText
        ? fill !== 'rgb(221, 221, 221)' || stroke !== 'none'
        : fill === 'rgb(0, 0, 0)' || (fill === 'none' && stroke === 'none'),
    );
    expect(bad).toEqual([]);
  });

  itNightly('has no chapter wider than a page of 400 pixels', async () => {
    const { page } = await open({
      viewport: { width: 400, height: 600 },
      javaScriptEnabled: false,
    });
    const styles = text('styles.css');
    const wide: string[] = [];
    for (const { code } of questions) {
      const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/.exec(text(`q-${code}.xhtml`)) ?? [];
      await page.setContent(`<!doctype html><style>${styles}</style>${body}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 400) wide.push(`${code}: ${width}`);
    }
    expect(wide).toEqual([]);
  });

  it('writes dates in words', () => {
    for (const { code } of questions) {
      const chapter = textOf(text(`q-${code}.xhtml`));
      expect(chapter.match(/(Checked on|checked on|,) \d{4}-\d{2}(-\d{2})?\b.{0,20}/g)).toBeNull();
    }
    expect(textOf(text('title.xhtml'))).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('has a chapter for each question, with its hint, short answer, sample answers and code', () => {
    for (const { code, slug, title, hint, short, calibration } of questions) {
      const chapter = text(`q-${code}.xhtml`);
      const words = withoutSpace(textOf(chapter));
      const [first = ''] = hint.replace(/^1\. /, '').split('. ');
      const samples = calibration.map(({ answer }) => answer);
      for (const said of [title, first.slice(0, 40), short, ...samples]) {
        expect(words).toContain(withoutSpace(said));
      }
      expect(text('nav.xhtml')).toContain(`q-${code}.xhtml`);
      const page = readFileSync(`dist/questions/${slug}/index.html`, 'utf8');
      expect(chapter.match(/<pre>/g)?.length, slug).toBe(page.match(/<pre[ >]/g)?.length);
    }
  });
});

interface MarkdownNode {
  readonly type: string;
  readonly depth?: number;
  readonly label?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

/** Documents that have been parsed. Parsing the whole guide takes a second. */
const parsed = new Map<string, readonly MarkdownNode[]>();

/** Parses a Markdown document with an independent parser and returns all of its nodes. */
function nodesOf(markdown: string): readonly MarkdownNode[] {
  const all = (node: MarkdownNode): MarkdownNode[] => [node, ...(node.children ?? []).flatMap(all)];
  const nodes =
    parsed.get(markdown) ?? all(unified().use(remarkParse).parse(markdown) as MarkdownNode);
  parsed.set(markdown, nodes);
  return nodes;
}

/** Returns the text of a Markdown document without markup or white space. */
function wordsOf(markdown: string): string {
  const words = nodesOf(markdown).map(({ type, value = '', label }) =>
    type === 'linkReference' ? `[${label}]` : value,
  );
  return withoutSpace(words.join('')).replace(/\[(\d+)\]\1(?=\D)/g, '[$1]');
}

/**
 * Returns the lines of a plain-text file that mean the same in Markdown. Tables, code, and list
 * markers are left out.
 */
function proseLines(text: string): string[] {
  return text
    .replace(/```[\s\S]*?```/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.includes(' | '))
    .map((line) => line.replace(/^(\d+\.|-) /, ''));
}

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

  it('is an intact SQLite database with schema 11', () => {
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
      guide.questions.map(({ code }) => `${settings.anki.guids}-q-${code}`),
    );
    expect(own.map(({ sfld }) => sfld)).toEqual(titles);
    const { decks } = database.prepare('SELECT decks FROM col').get() as { decks: string };
    const names = JSON.parse(decks) as Record<string, { name: string }>;
    for (const [index, { did }] of own.entries()) {
      const level = guide.levels.find(({ id }) => id === guide.questions[index]?.level);
      expect(names[did]?.name).toContain(level?.label);
    }
    for (const [index, { flds }] of own.entries()) {
      const fields = flds.split('\u001f');
      expect(fields).toHaveLength(6);
      // The ten-second answer must be on the back of the card.
      expect(fields[1]).toContain(
        `<p><b>In ten seconds:</b> ${escapeXml(guide.questions[index]?.short ?? '')}</p>`,
      );
    }
  });

  it('keeps its tags under one root, and its folded headings on one line with the triangle', () => {
    const rows = database.prepare('SELECT tags FROM notes').all() as { tags: string }[];
    const tags = rows.flatMap((row) => row.tags.trim().split(' '));
    expect(tags.length).toBeGreaterThan(rows.length);
    expect(tags.filter((tag) => !tag.startsWith(`${settings.anki.guids}::`))).toEqual([]);
    const { models } = database.prepare('SELECT models FROM col').get() as { models: string };
    expect(models).toContain('summary h2 { display: inline; }');
  });

  it('gives every note a unique id and guid, and Anki’s checksum', () => {
    const count = (column: string): unknown =>
      database.prepare(`SELECT count(DISTINCT ${column}) AS n FROM notes`).get();
    const all = guide.questions.length + guide.terms.size;
    expect(count('id')).toEqual({ n: all });
    expect(count('guid')).toEqual({ n: all });
    const { sfld, csum } = database.prepare('SELECT sfld, csum FROM notes').get() ?? {};
    const digest = createHash('sha1').update(String(sfld)).digest('hex');
    expect(csum).toBe(Number.parseInt(digest.slice(0, 8), 16));
  });
});
