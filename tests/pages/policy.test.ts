import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { questionsData } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sitePages } from '../support/page-sweep.ts';
import { readHeadersFile } from '../support/read-headers-file.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const [question] = questionsData('dist').questions;

it.each([
  ['rootSite', 'dist'],
  ['baseSite', 'dist-guide'],
] as const)('every page in %s has both policies, and asks for no referrer', async (name, dist) => {
  const pages = sitePages(dist);
  expect(pages.length).toBeGreaterThan(questionsData(dist).questions.length + 20);
  for (const path of pages) {
    const response = await fetch(inject(name) + path);
    expect(response.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/);
    const page = await response.text();
    expect(page, path).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
    expect(page, path).toMatch(/<meta name="referrer" content="no-referrer" ?\/?>/);
  }
});

it.each([
  ['', true],
  [`questions/${question?.slug}/`, true],
  ['print/', false],
  [`q/${question?.code}/`, false],
])('/%s may run WebAssembly: %s', async (path, may) => {
  const page = await (await fetch(inject('rootSite') + path)).text();
  const [, policy = ''] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  expect(policy.includes("'wasm-unsafe-eval'")).toBe(may);
});

it.each([
  ['a redirect', `questions/${question?.slug}`, 301],
  ['a page that is not there', 'no/such/page/', 404],
])('%s carries the headers', async (_, path, status) => {
  const url = inject('rootSite');
  const response = await fetch(url + path, { redirect: 'manual' });
  const page = await fetch(url);
  expect(response.status).toBe(status);
  for (const name of readHeadersFile(readFileSync('dist/_headers', 'utf8')).headers.map(
    ([header]) => header,
  )) {
    expect(response.headers.get(name), name).toBe(page.headers.get(name));
  }
});

// At the root, the accessibility tests open pages of each kind, and fail if one violates a policy.
itNightly('no page below a base path violates the policies', async () => {
  const { page } = await open();
  const kinds = Map.groupBy(sitePages('dist-guide'), (path) => path.split('/')[0]);
  const some = [...kinds.values()].flatMap((paths) => sampled(paths, 1));
  expect(some.length).toBeGreaterThan(15);
  for (const path of some) await page.goto(inject('baseSite') + path);
});
