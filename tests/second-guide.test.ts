import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../scripts/serve-site.ts';
import { guide as own, levels as ownLevels } from '../src/guide.ts';
import { useBrowser } from './browser.ts';
import { SmallGuide, smallQuestions } from './small-guide.ts';

const open = useBrowser();
const small = new SmallGuide();
const work = mkdtempSync(join(tmpdir(), 'second-guide-'));
const dist = join(work, 'dist');

/** Runs a command of npm's for the guide in the folder. */
function npm(command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', command, '--', ...args], {
    env: { ...process.env, GUIDE_DIR: small.root },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

afterAll(() => {
  small.remove();
  rmSync(work, { recursive: true, force: true });
});

describe('a guide for another role, in a folder outside of the project', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    expect(npm('build', '--out', dist)).toEqual({
      status: 0,
      output: expect.stringContaining('3 questions in 2 levels are valid'),
    });
    site = await serveSite({ dist, port: 4700 });
  });
  afterAll(() => site.close());

  it('has its own names, levels and colors, and says them to search engines, feeds and devices', () => {
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

  it('says nothing of the guide that the project comes with', () => {
    const names = new RegExp(
      [own.id, own.role, own.field, ...ownLevels.map(({ id }) => `"${id}"`)].join('|'),
      'i',
    );
    const texts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|json|xml|txt|js|webmanifest|csv)$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((file) => names.test(read(file)))).toEqual([]);
  });

  it('is found by its words, has its levels in the sidebar, and the labs on pages of their own', async () => {
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
    await page.getByRole('button', { name: 'Back to the start' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Questions it belongs to' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('keeps what readers do under its own name', async () => {
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

describe('a guide.ts or a page with a fault', () => {
  it('is named with its file, and nothing is built', () => {
    const guide = readFileSync(join(small.root, 'guide.ts'), 'utf8');
    const page = join(small.root, 'content/questions/a-wrong-chart.mdx');
    writeFileSync(page, readFileSync(page, 'utf8').replace('own-work', 'own-wrok'));
    expect(npm('validate')).toEqual({
      status: 1,
      output: expect.stringMatching(
        /small-guide-\w+\/content\/questions\/a-wrong-chart\.mdx:5:8 {2}"level" is not in its vocabulary\. Expected "own-work"/,
      ),
    });
    small.write('guide.ts', guide.replace('atLeast: 2', 'atLeast: 0'));
    expect(npm('validate')).toEqual({
      status: 1,
      output: expect.stringMatching(/guide\.ts: `levels\.0\.atLeast`: /),
    });
  });
});
