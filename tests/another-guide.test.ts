import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../scripts/serve-site.ts';
import { guide as own, levels as ownLevels } from '../src/guide.ts';
import { useBrowser } from './browser.ts';
import { smallQuestions, writeSmallGuide } from './small-guide.ts';
import { Workspace } from './workspace.ts';

const open = useBrowser();
const copy = new Workspace();
const read = (file: string) => copy.read(`dist/${file}`);

afterAll(() => copy.remove());

describe('a copy of the project with another guide', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    writeSmallGuide(copy);
    const { status, stdout, stderr } = copy.run('build.ts');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('3 questions in 2 levels are valid');
    site = await serveSite({ dist: copy.path('dist'), port: 4700 });
  }, 180_000);
  afterAll(() => site.close());

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
    expect(read(`questions/${smallQuestions[0].slug}/index.html`)).toContain('On linkage');
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
    await page.goto(`${site.address}search/?q=linkage`);
    const result = page.getByRole('link', { name: 'What do you do about join two registers' });
    await result.first().click();
    await page.waitForURL('**/questions/join-two-registers/');
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
