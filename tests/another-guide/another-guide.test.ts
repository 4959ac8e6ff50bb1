import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { settings as own, levels as ownLevels } from '../../src/guide-settings.ts';
import { answered } from '../search/search-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { hostileTitle, newSlug } from './another-guide.ts';

const open = useBrowser();
const site = inject('baseSite');
const read = (file: string) => readFileSync(`dist-guide/${file}`, 'utf8');

/** Checks that HTML in a page's source is shown as text on pages and in feeds. */
function expectEscaped(): void {
  const files = readdirSync('dist-guide', { recursive: true, encoding: 'utf8' });
  const lines = files
    .filter((file) => /\.(html|xml|svg)$/.test(file))
    // In attribute values, markup is only text.
    .map((file) => ({ file, text: read(file).replace(/="[^"]*"/g, '=""') }));
  const raw = lines.filter(({ text }) => /<script>alert|<img src=x|like <img/.test(text));
  expect(raw.map(({ file }) => file)).toEqual([]);
  expect(lines.filter(({ text }) => text.includes('&lt;img src=x')).length).toBeGreaterThan(1);
}

describe('a copy of the project with another guide', () => {
  it('has its own names, levels, and colors, also in data for search engines, feeds, and devices', () => {
    const home = read('index.html');
    expect(home).toContain('<title>The Clinic Data Analyst guide | Clinic data interviews</title>');
    expect(home).toContain('"name":"The Clinic Data Analyst guide"');
    expect([...home.matchAll(/<li data-level="([^"]*)"/g)].map(([, level]) => level)).toEqual([
      'first-week',
      'hard-cases',
      'tools',
      'own-work',
    ]);
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({
      name: 'The Clinic Data Analyst guide',
      short_name: 'Clinic data',
      theme_color: '#123456',
    });
    // The start page has only the other guide's text, and follows its settings.
    expect(home).toContain('<h1 id="_top">Say it with numbers.</h1>');
    expect(home).toMatch(/>\d+ questions about clinic data\.</);
    expect(home).not.toMatch(/AUROC|<hero-threshold|sepsis/);
    expect(home).toContain('/guide/labs/threshold/');
    expect(read('changes.xml')).toContain('Clinic');
    expect(read('questions/a-wrong-chart/index.html')).toContain('On retraction');
  });

  it('has a color for each level that it names, and one for the others', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/a-wrong-chart/`);
    const fields = await page
      .getByRole('navigation', { name: 'Main' })
      .locator('.sl-badge')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').backgroundColor));
    const accent = 'oklch(0.87 0.085 195)';
    expect(fields).toEqual(['oklch(0.87 0.085 30)', accent, accent, accent]);
    const chip = page.locator('.eyebrow [data-level]');
    expect(await chip.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe(accent);
  });

  it('has what its configuration of Starlight adds', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/a-wrong-chart/`);
    const menu = page.getByRole('navigation', { name: 'Main' });
    expect(await menu.locator('a').allTextContents()).toEqual(
      expect.arrayContaining(['On retraction', 'Practice', 'Our wiki']),
    );
    expect(await page.locator('meta[name=keywords]').getAttribute('content')).toBe('clinic data');
    const social = page.getByRole('link', { name: 'Code of the guide' });
    expect(
      await page.getByRole('banner').getByRole('link', { name: 'Code of the guide' }).count(),
    ).toBe(1);
    const edit = page.getByRole('link', { name: 'Edit page' });
    expect(await edit.getAttribute('href')).toBe(
      'https://git.example/clinic/guide/edit/main/src/content/questions/a-wrong-chart.mdx',
    );
    await page.goto(`${site}plan/`);
    expect(await edit.getAttribute('href')).toBe(
      'https://git.example/clinic/guide/edit/main/src/content/docs/plan.md',
    );
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await social.count()).toBe(0);
    await page.getByRole('button', { name: 'Menu' }).click();
    await menu.getByRole('link', { name: 'Code of the guide' }).waitFor();
  });

  it('mentions nothing from the guide that comes with the project', () => {
    const names = new RegExp([own.id, own.role, own.field, `"${ownLevels[0].id}"`].join('|'), 'i');
    const texts = readdirSync('dist-guide', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|json|xml|txt|js|webmanifest|csv)$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((file) => names.test(read(file)))).toEqual([]);
  });

  it('can be searched, has its levels in the sidebar, and has the labs on their own pages', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}search/?q=retraction`);
    await answered(page);
    const result = page.getByRole('link', { name: 'What do you do about a wrong chart' });
    await result.first().click();
    await page.waitForURL('**/questions/a-wrong-chart/#*');
    const menu = page.getByRole('navigation', { name: 'Main' });
    expect(await menu.locator('summary').allTextContents()).toEqual([
      expect.stringContaining('First week'),
      expect.stringContaining('Hard cases'),
      expect.stringContaining('Tools'),
      expect.stringContaining('Own work'),
    ]);
    expect(await menu.getByRole('link', { name: 'Your week' }).count()).toBe(1);
    await page.goto(`${site}labs/predictive-value/`);
    await page.getByRole('button', { name: 'Check my guess' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Questions for this lab' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('stores readers’ data under its own name', async () => {
    const { page } = await open();
    await page.goto(`${site}practice/`);
    await page.getByRole('heading', { name: 'Practice', exact: true }).waitFor();
    await page.waitForFunction(async () =>
      (await indexedDB.databases()).some(({ name }) => name === 'clinic-data'),
    );
    await page.goto(`${site}questions/a-wrong-chart/`);
    await page.locator('h1').hover();
    await page.waitForFunction(() => localStorage.getItem('clinic-data-last')?.includes('g4h'));
    expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('guide-last');
  });
});

describe('a build with renamed, removed, and new questions', () => {
  it('keeps the URLs of renamed and removed questions', async () => {
    const old = read('questions/missing-lab-values/index.html');
    expect(old).toContain('/previews/q-b2c.png');
    expect(read('sitemap-0.xml')).not.toMatch(/missing-lab-values|\/q\//);
    const { page } = await open();
    await page.goto(`${site}questions/missing-lab-values/#hint`);
    await page.waitForURL(`${site}questions/lab-values-explained/#hint`);
    await page.goto(`${site}q/b2c/`);
    await page.waitForURL(`${site}questions/lab-values-explained/`);
    await page.goto(`${site}q/d3f/`);
    expect(await page.locator('main').textContent()).toContain('It asked the same as another.');
    await page.locator('main').getByRole('link', { name: 'What do you do about a wrong' }).click();
    await page.waitForURL('**/questions/a-wrong-chart/');
  });

  it('has the new question everywhere, from only its page and the ledger', () => {
    const { questions: all } = JSON.parse(read('data/questions.json')) as {
      questions: { number: number; title: string; level: string }[];
    };
    const index = all.findIndex(({ title }) => title === hostileTitle);
    expect(all[index]).toMatchObject({ number: index + 1, level: 'first-week' });
    expect(all[index + 1]?.level).toBe('hard-cases');
    expect(read('levels/first-week/index.html')).toContain('would you bill');
    expectEscaped();
    const html = read(`questions/${newSlug}/index.html`);
    expect(html).toMatch(/<code[^>]*>\] \{process\.exit\(\)\} ?<\/code>/);
  });
});
