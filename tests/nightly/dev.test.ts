import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeSmallGuide } from '../another-guide/small-guide.ts';
import { useBrowser } from '../support/browser.ts';
import { type DevServer, startDevServer } from '../support/dev-server.ts';
import { Workspace } from '../support/workspace.ts';

const open = useBrowser();
const folder = 'src/content/questions';
const term = 'src/content/glossary/imputation.yaml';
/**
 * The timeout for a request, in milliseconds. The first request compiles everything, which takes
 * half a minute on a busy machine.
 */
const timeout = 120_000;

let copy: Workspace;
let server: DevServer;
beforeAll(async () => {
  copy = new Workspace();
  writeSmallGuide(copy);
  copy.change(term, (text) => text.replace(/^definition:/m, 'definitio:'));
  server = await startDevServer(copy.root);
});
afterAll(async () => {
  await server?.stop();
  copy.remove();
});

const edits = [
  ['a title', `${folder}/missing-lab-values.mdx`, /^title: "?/m, 'questions/missing-lab-values/'],
  ['the definition of a term', term, /^definition: "?/m, 'glossary/'],
  // This entry must be last. Text is shown before Astro has saved the page's data, so an edit made
  // before then may be lost.
  [
    'the text of a question',
    `${folder}/a-wrong-chart.mdx`,
    /<Listening>\n/,
    'questions/a-wrong-chart/',
  ],
] as const;

it('the development server shows the problems that it starts with, until they are fixed', async () => {
  const { page } = await open();
  page.setDefaultTimeout(timeout);
  await page.goto(`${server.address}questions/a-wrong-chart/`);
  const overlay = page.locator('vite-error-overlay #message-content');
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain('the key "definitio" is unknown');
  copy.change(term, (text) => text.replace(/^definitio:/m, 'definition:'));
  await overlay.waitFor({ state: 'detached' });
});

it.each(edits)(
  'the development server reloads the open page for an edit of %s, and shows it',
  async (what, file, from, path) => {
    const { page } = await open();
    page.setDefaultTimeout(timeout);
    await page.goto(server.address + path);
    const word = `edited${what.replaceAll(' ', '')}`;
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(word).count()).toBe(0);
    const reloaded = page.waitForEvent('load');
    copy.change(file, (text) => text.replace(from, (found) => `${found}${word} `));
    await reloaded;
    // Astro requests one reload for the module and another for its data. If the page is still
    // loading for the first one, the second is lost.
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.getByText(word).count();
        },
        { timeout },
      )
      .toBeGreaterThan(0);
  },
);

const generated = [
  ['data/study.json', '{'],
  ['data/search/search.json', '{'],
  ['questions/a-wrong-chart/index.md', '---\n'],
  ['downloads/guide.epub', 'PK'],
  ['downloads/anki.apkg', 'PK'],
  ['previews/guide.png', '\uFFFDPNG'],
  ['changes.xml', '<?xml'],
  ['print/', '<!doctype html>'],
] as const;
it.each(generated)('the development server makes %s without a build', async (path, start) => {
  const answer = await fetch(server.address + path);
  expect(answer.status).toBe(200);
  expect((await answer.text()).slice(0, start.length)).toBe(start);
});

it('the development server reports a problem once, with its line, and keeps showing the page', async () => {
  const file = `${folder}/a-wrong-chart.mdx`;
  const problem = 'a-wrong-chart.mdx:10:1  the key "sumary" is unknown';
  const page = `${server.address}questions/a-wrong-chart/index.md`;
  const reader = (await open()).page;
  reader.setDefaultTimeout(timeout);
  await reader.goto(`${server.address}questions/a-wrong-chart/`);
  const overlay = reader.locator('vite-error-overlay #message-content');
  expect(await overlay.count()).toBe(0);
  copy.change(file, (text) =>
    text.replace('summary:', 'sumary:').replace('</Listening>', '<b>bold</b>\n</Listening>'),
  );
  await expect.poll(() => server.output(), { timeout }).toContain(problem);
  expect((await fetch(page)).status).toBe(200);
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain(problem);
  // The tag must be shown as text, not as an element.
  expect(await overlay.textContent()).toContain('pages may not use <b>');
  copy.change(file, (text) =>
    text
      .replace('sumary:', 'summary:')
      .replace('<b>bold</b>\n', '')
      .replace('title: "', 'title: "Repaired: '),
  );
  // Astro 7.3 loses an edit that is made while it is still writing the data for the previous one,
  // so on a busy machine, a writer has to save again.
  const savedAgain = async (): Promise<string> => {
    const text = await (await fetch(page)).text();
    if (!text.includes('Repaired: ')) copy.change(file, (before) => `${before}\n`);
    return text;
  };
  await expect.poll(savedAgain, { timeout, interval: 5000 }).toContain('Repaired: ');
  expect(server.output().split(problem)).toHaveLength(2);
  await overlay.waitFor({ state: 'detached' });
});
