import { readdirSync, renameSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../scripts/serve-site.ts';
import { guide as own, levels as ownLevels } from '../src/guide.ts';
import { useBrowser } from './browser.ts';
import { writeSmallGuide } from './small-guide.ts';
import { Workspace } from './workspace.ts';

const questions = 'src/content/questions';
const ledger = 'src/content/code-ledger.yaml';
const newTitle = 'How would you bill a clinic for an AI product?';
/** The same, trying to be more than text. */
const hostileTitle = newTitle.replace('would', '</title><script>alert(1)</script> 1 < 2 would');
const newSlug = 'how-would-you-bill-a-clinic';
const open = useBrowser();
const copy = new Workspace();
const read = (file: string) => copy.read(`dist/${file}`);

afterAll(() => copy.remove());

/** Renames a question and removes another, following CONTRIBUTING.md. */
function renameAndRetire(): void {
  const renamed = `${questions}/lab-values-explained.mdx`;
  renameSync(copy.path(`${questions}/missing-lab-values.mdx`), copy.path(renamed));
  copy.change(renamed, (text) =>
    text.replace('related: [d3f]', 'oldSlugs: [missing-lab-values]\nrelated: [g4h]'),
  );
  rmSync(copy.path(`${questions}/join-two-registers.mdx`));
  copy.change(ledger, (text) =>
    text
      .replace('[missing-lab-values]', '[missing-lab-values, lab-values-explained]')
      .replace(
        '[join-two-registers] }',
        '[join-two-registers], retired: { on: 2026-11-24, because: "It asked the same as another.", instead: g4h } }',
      ),
  );
}

/** Adds a new question with only its page and the ledger. Its text tries to be more than text. */
function addQuestion(): void {
  const made = copy.run('new.ts', '--level', 'first-week', newTitle);
  expect(made.status, made.stderr).toBe(0);
  copy.change(`${questions}/${newSlug}.mdx`, (text) =>
    text
      .replace(newTitle, hostileTitle)
      .replace(/factsCheckedOn: "([\d-]+)"/, 'factsCheckedOn: $1')
      .replace('(to be written) an acronym, a synonym', '</script><script>alert(1)</script>')
      .replaceAll('sounds like.', 'sounds like <img src=x onerror=alert(1)> ]]>.')
      // Code only for a parser that reads ":a[" as the start of a directive.
      .replace('The position, and', ':a[`] {process.exit()} ` The position, and'),
  );
}

/** Checks that HTML in a page's text appears as text in pages and feeds. */
function expectEscaped(): void {
  const files = readdirSync(copy.path('dist'), { recursive: true, encoding: 'utf8' });
  const said = files
    .filter((file) => /\.(html|xml|svg)$/.test(file))
    // Between quotes in a tag, it is text.
    .map((file) => ({ file, text: copy.read(`dist/${file}`).replace(/="[^"]*"/g, '=""') }));
  const raw = said.filter(({ text }) => /<script>alert|<img src=x|like <img/.test(text));
  expect(raw.map(({ file }) => file)).toEqual([]);
  expect(said.filter(({ text }) => text.includes('&lt;img src=x')).length).toBeGreaterThan(1);
}

// One build for all: the changes don’t affect each other.
let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  writeSmallGuide(copy);
  renameAndRetire();
  addQuestion();
  const { status, stdout, stderr } = copy.run('build.ts');
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('3 questions in 2 levels are valid');
  site = await serveSite({ dist: copy.path('dist'), port: 4700 });
}, 180_000);
afterAll(() => site.close());

describe('a copy of the project with another guide', () => {
  it('has its own names, levels, and colors, also in data for search engines, feeds, and devices', () => {
    const home = read('index.html');
    expect(home).toContain('<title>The Clinic Data Analyst guide | Clinic data interviews</title>');
    expect(home).toContain('"name":"The Clinic Data Analyst guide"');
    expect(home.match(/<li data-level="[^"]*"/g)).toEqual([
      '<li data-level="first-week"',
      '<li data-level="own-work"',
    ]);
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({
      name: 'The Clinic Data Analyst guide',
      short_name: 'Clinic data interviews',
    });
    expect(read('changes.xml')).toContain('Clinic');
    expect(read('questions/a-wrong-chart/index.html')).toContain('On retraction');
    expect(read('index.html')).toMatch(/<style>[^<]*#123456/);
  });

  it('mentions nothing from the guide that comes with the project', () => {
    const names = new RegExp(
      [own.id, own.role, own.field, ...ownLevels.map(({ id }) => `"${id}"`)].join('|'),
      'i',
    );
    const texts = readdirSync(copy.path('dist'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(html|json|xml|txt|js|webmanifest|csv)$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((file) => names.test(read(file)))).toEqual([]);
  });

  it('can be searched, has its levels in the sidebar, and has the labs on their own pages', async () => {
    const { page, errors } = await open();
    await page.goto(`${site.address}search/?q=retraction`);
    const result = page.getByRole('link', { name: 'What do you do about a wrong chart' });
    await result.first().click();
    await page.waitForURL('**/questions/a-wrong-chart/');
    const menu = page.getByRole('navigation', { name: 'Main' });
    expect(await menu.locator('summary').allTextContents()).toEqual([
      expect.stringContaining('First week'),
      expect.stringContaining('Own work'),
    ]);
    expect(await menu.getByRole('link', { name: 'Your week' }).count()).toBe(1);
    await page.goto(`${site.address}labs/threshold/`);
    await page.getByRole('button', { name: 'Check my guess' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Questions for this lab' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('stores readers’ data under its own name', async () => {
    const { page } = await open();
    await page.goto(`${site.address}practice/`);
    await page.getByRole('heading', { name: 'Practice', exact: true }).waitFor();
    await page.waitForFunction(async () =>
      (await indexedDB.databases()).some(({ name }) => name === 'clinic-data'),
    );
    await page.goto(`${site.address}questions/a-wrong-chart/`);
    await page.locator('h1').hover();
    await page.waitForFunction(() => localStorage.getItem('clinic-data-last')?.includes('g4h'));
    expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('guide-last');
  });
});

describe('a build with renamed, removed, and new questions', () => {
  it('keeps the URLs of renamed and removed questions', async () => {
    const old = copy.read('dist/questions/missing-lab-values/index.html');
    expect(old).toContain('/previews/q-b2c.png');
    expect(copy.read('dist/sitemap-0.xml')).not.toMatch(/missing-lab-values|\/q\//);
    const { address } = site;
    const { page } = await open();
    await page.goto(`${address}questions/missing-lab-values/#hint`);
    await page.waitForURL(`${address}questions/lab-values-explained/#hint`);
    await page.goto(`${address}q/b2c/`);
    await page.waitForURL(`${address}questions/lab-values-explained/`);
    await page.goto(`${address}q/d3f/`);
    expect(await page.locator('main').textContent()).toContain('It asked the same as another.');
    await page.locator('main').getByRole('link', { name: 'What do you do about a wrong' }).click();
    await page.waitForURL('**/questions/a-wrong-chart/');
  });

  it('has the new question everywhere, from only its page and the ledger', () => {
    const { questions: all } = JSON.parse(copy.read('dist/data/questions.json')) as {
      questions: { number: number; title: string; level: string }[];
    };
    const place = all.findIndex(({ title }) => title === hostileTitle);
    expect(all[place]).toMatchObject({ number: place + 1, level: 'first-week' });
    expect(all[place + 1]?.level).toBe('own-work');
    expect(copy.read('dist/levels/first-week/index.html')).toContain('would you bill');
    expectEscaped();
    const html = copy.read(`dist/questions/${newSlug}/index.html`);
    expect(html).toMatch(/<code[^>]*>\] \{process\.exit\(\)\} ?<\/code>/);
  });
});
