import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveSite } from '../scripts/serve-site.ts';
import { useBrowser } from './browser.ts';
import { siteDigest } from './site-digest.ts';
import { writeSmallGuide } from './small-guide.ts';
import { Workspace } from './workspace.ts';

const questions = 'src/content/questions';
const ledger = 'src/content/code-ledger.yaml';
const newTitle = 'How would you bill a clinic for an AI product?';
/** The same, trying to be more than text. */
const hostileTitle = newTitle.replace('would', '</title><script>alert(1)</script> 1 < 2 would');
const newSlug = 'how-would-you-bill-a-clinic';
const open = useBrowser();
let workspace: Workspace;

beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => {
  workspace.remove();
});

/** Checks that HTML in a page's text appears as text in pages and feeds. */
function expectEscaped(copy: Workspace): void {
  const files = readdirSync(copy.path('dist'), { recursive: true, encoding: 'utf8' });
  const said = files
    .filter((file) => /\.(html|xml|svg)$/.test(file))
    // Between quotes in a tag, it is text.
    .map((file) => ({ file, text: copy.read(`dist/${file}`).replace(/="[^"]*"/g, '=""') }));
  const raw = said.filter(({ text }) => /<script>alert|<img src=x|like <img/.test(text));
  expect(raw.map(({ file }) => file)).toEqual([]);
  expect(said.filter(({ text }) => text.includes('&lt;img src=x')).length).toBeGreaterThan(1);
}

/** Simulates the last build's output. Returns a check that it is unchanged. */
function snapshotGoodSite(copy: Workspace): () => void {
  const dist = copy.path('dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), 'The last good site.');
  const before = siteDigest(dist);
  return () => expect(siteDigest(dist)).toEqual(before);
}

describe('a build from bad content', () => {
  it('names every problem, fails, and leaves the last good site as it was', () => {
    const expectGoodSite = snapshotGoodSite(workspace);
    workspace.change(`${questions}/what-is-fhir.mdx`, (text) =>
      text.replace('summary:', 'sumary:'),
    );
    workspace.change(`${questions}/what-is-samd.mdx`, (text) =>
      text.replace('<Hint>', '{process.env.HOME}\n<Hint>'),
    );
    const { status, stderr } = workspace.run('build.ts');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'src/content/questions/what-is-fhir.mdx:10:1  the key "sumary" is unknown',
    );
    expect(stderr).toMatch(/what-is-samd\.mdx:\d+:1 {2}pages may not use expressions/);
    expect(existsSync(workspace.path('dist-next'))).toBe(false);
    expectGoodSite();
  });

  it('fails on a page that links nowhere, and leaves the last good site as it was', () => {
    const expectGoodSite = snapshotGoodSite(workspace);
    // The page is the same in every guide, and a small one is built in half the time.
    writeSmallGuide(workspace);
    workspace.change('src/pages/topics/index.astro', (text) =>
      text.replace('<dl class="topics">', '<a href="/nowhere/">x</a><dl class="topics">'),
    );
    const { status, stderr } = workspace.run('build.ts');
    expect(status).toBe(1);
    expect(stderr).toContain('dist-next/topics/index.html: /nowhere/  has no target');
    expect(stderr).toContain('1 problems in the built site; dist is unchanged.');
    expectGoodSite();
  });
});

describe('a build without validation', () => {
  it('still refuses a page that would run code, before any of it runs', () => {
    const canary = workspace.path('it-ran');
    const run = `{import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, ''))}`;
    workspace.change(`${questions}/what-is-fhir.mdx`, (text) =>
      text
        .replace('<Hint>', `a ${run} b\n\n<Hint>`)
        .replace('</Hint>', `</Hint>\n\n![a](./a.ts?raw)`),
    );
    const { status, stdout, stderr } = workspace.astro('build');
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/what-is-fhir\.mdx:\d+:3 {2}pages may not use expressions/);
    expect(stdout + stderr).toMatch(/what-is-fhir\.mdx:\d+:1 {2}pages can’t have images/);
    expect(existsSync(canary)).toBe(false);
  });

  it('reads nothing through a symbolic link', () => {
    writeFileSync(workspace.path('secret'), 'title: the secret\n');
    symlinkSync(workspace.path('secret'), workspace.path('src/content/glossary/secret.yaml'));
    const { status, stdout, stderr } = workspace.astro('build');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('src/content/glossary/secret.yaml:1:1  this is a link');
    expect(stdout + stderr).not.toContain('the secret');
    expect(workspace.run('validate.ts').stderr).toContain(
      'secret.yaml:1:1  this isn’t a content file',
    );
  });
});

/** Renames a question and removes another, following CONTRIBUTING.md. */
function renameAndRetire(copy: Workspace): void {
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
function addQuestion(copy: Workspace): void {
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

// One build for both: the two changes don't affect each other.
describe('a build with renamed, removed, and new questions', () => {
  let copy: Workspace;
  beforeAll(() => {
    copy = new Workspace();
    writeSmallGuide(copy);
    renameAndRetire(copy);
    addQuestion(copy);
    const built = copy.run('build.ts');
    expect(built.status, built.stderr).toBe(0);
  }, 180_000);
  afterAll(() => copy.remove());

  it('keeps the URLs of renamed and removed questions', async () => {
    const old = copy.read('dist/questions/missing-lab-values/index.html');
    expect(old).toContain('/previews/q-b2c.png');
    expect(copy.read('dist/sitemap-0.xml')).not.toMatch(/missing-lab-values|\/q\//);
    const { address, close } = await serveSite({ dist: copy.path('dist'), port: 4800 });
    const { page } = await open();
    await page.goto(`${address}questions/missing-lab-values/#hint`);
    await page.waitForURL(`${address}questions/lab-values-explained/#hint`);
    await page.goto(`${address}q/b2c/`);
    await page.waitForURL(`${address}questions/lab-values-explained/`);
    await page.goto(`${address}q/d3f/`);
    expect(await page.locator('main').textContent()).toContain('It asked the same as another.');
    await page.locator('main').getByRole('link', { name: 'What do you do about a wrong' }).click();
    await page.waitForURL('**/questions/a-wrong-chart/');
    await close();
  });

  it('has the new question everywhere, from only its page and the ledger', () => {
    const { questions: all } = JSON.parse(copy.read('dist/data/questions.json')) as {
      questions: { number: number; title: string; level: string }[];
    };
    const place = all.findIndex(({ title }) => title === hostileTitle);
    expect(all[place]).toMatchObject({ number: place + 1, level: 'first-week' });
    expect(all[place + 1]?.level).toBe('own-work');
    expect(copy.read('dist/levels/first-week/index.html')).toContain('would you bill');
    expectEscaped(copy);
    const html = copy.read(`dist/questions/${newSlug}/index.html`);
    expect(html).toMatch(/<code[^>]*>\] \{process\.exit\(\)\} ?<\/code>/);
  });
});

describe('a new question in a level that doesn’t exist', () => {
  it('is refused with a message, and nothing is written', () => {
    const before = readdirSync(workspace.path(questions));
    const made = workspace.run('new.ts', '--level', 'advnced', newTitle);
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(`"advnced" isn't a level. Expected "advanced"?`);
    expect(readdirSync(workspace.path(questions))).toEqual(before);
  });
});

describe('npm start', () => {
  it('takes the next free port and answers any request', async () => {
    const first = await serveSite({ dist: 'dist', port: 4900 });
    const second = await serveSite({ dist: 'dist', port: 4900 });
    expect([first.address, second.address]).toEqual([
      'http://localhost:4900/',
      'http://localhost:4901/',
    ]);
    for (const path of [
      '..%2f..%2fpackage.json',
      '%00',
      '%E0%A4%A',
      '/',
      'questions/../../package.json',
    ]) {
      const response = await fetch(first.address + path);
      expect([200, 301, 404, 400], path).toContain(response.status);
      expect(await response.text()).not.toContain('devDependencies');
    }
    await first.close();
    await second.close();
  });
});
