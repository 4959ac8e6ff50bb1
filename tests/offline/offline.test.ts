import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { storingOf } from '../../src/domain/offline/cache-rules.ts';
import { fileAt } from '../../src/lib/urls.ts';
import { linkOf } from '../mock/mock-steps.ts';
import { openPractice, roomText } from '../practice/practice-steps.ts';
import { frameScript } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { guideOnDisk, studyData } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { serveSite } from '../support/serve-site.ts';
import { smallSite, startBrowser, topic, useFolder, visit } from './offline-steps.ts';

useFolder();
const [question] = studyData('dist').questions;
if (question === undefined) throw new Error('The guide has no question.');
const { code, slug, title } = question;
const guide = guideOnDisk();

/**
 * Visits a site's start page once, stops its server, and restarts the browser. No other test may
 * use the port later, because its server would answer instead.
 */
async function afterOneVisit(dist: string, base: string, port: number) {
  const served = await serveSite({ dist, base, port });
  const before = await startBrowser();
  const fetched: string[] = [];
  before.context.on('request', (request) => {
    if (request.serviceWorker()) fetched.push(request.url().slice(served.address.length));
  });
  const first = await visit(before.context, served.address);
  const session = await before.context.newCDPSession(first);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  await before.context.close();
  await served.close();
  const { context } = await startBrowser(before.profile);
  return { context, site: served.address, fetched, installabilityErrors };
}

async function searchInDialog(page: Page, query: string): Promise<string | null> {
  await frameScript(page);
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the guide' });
  await dialog.getByRole('combobox').fill(query);
  const questions = dialog.getByRole('group', { name: 'Questions' });
  return questions.getByRole('option').first().textContent();
}

describe('a first visit', () => {
  it('stores nothing until three seconds after its script has loaded', async () => {
    const { context } = await startBrowser();
    const page = await context.newPage();
    const isRegistered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
    await page.clock.install();
    // The script loads only after ten seconds, with the clock stopped. The delay must not start
    // before that.
    const release = await delayResponses(page, /\/_astro\/every-page\./);
    await page.goto(`${inject('rootSite')}questions/${slug}/`);
    await page.clock.pauseAt(Date.now() + 10_000);
    await page.clock.runFor(10_000);
    expect(await isRegistered()).toBe(false);
    release();
    await page.locator('.part copy-text button').first().waitFor({ state: 'attached' });
    await page.clock.runFor(2000);
    expect(await isRegistered()).toBe(false);
    await page.clock.runFor(3000);
    await expect.poll(isRegistered).toBe(true);
    await context.close();
  });
});

describe('after one visit to the start page, with the server stopped, in a restarted browser', () => {
  let visited: Awaited<ReturnType<typeof afterOneVisit>>;
  let context: BrowserContext;
  let page: Page;
  let site: string;
  const errors: string[] = [];

  beforeAll(async () => {
    visited = await afterOneVisit('dist', '/', 4700);
    ({ context, site } = visited);
    page = await context.newPage();
    page.on('pageerror', ({ message }) => errors.push(message));
  });
  afterAll(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });

  it('at most 820 kB, and 58 kB for each question (3.7 MB for fifty), were fetched with gzip, and no rarely used files', () => {
    const files = new Set(visited.fetched.filter((path) => path !== 'worker.js').map(fileAt));
    const sizes = [...files].map((file) => {
      const content = readFileSync(`dist/${file}`);
      return Math.min(content.length, gzipSync(content).length);
    });
    const { length } = studyData('dist').questions;
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
      820_000 + 58_000 * length,
    );
    expect([...files].filter((file) => storingOf(file) !== 'precached')).toEqual([]);
  });

  it('the guide can be installed', () => {
    expect(visited.installabilityErrors).toEqual([]);
  });

  it('every page for all readers is stored, with and without its slash', async () => {
    const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)index\.html$/.test(file) && storingOf(file) === 'precached')
      .map((file) => ({
        address: site + file.slice(0, -'index.html'.length),
        hash: createHash('sha256')
          .update(readFileSync(`dist/${file}`))
          .digest('hex'),
      }));
    expect(pages.length).toBeGreaterThan(studyData('dist').questions.length);
    await page.goto(site);
    const wrong = await page.evaluate(async (wanted) => {
      const asked = wanted.flatMap(({ address, hash }) => [
        { ask: address, address, hash },
        { ask: address.replace(/(?<=\w)\/$/, ''), address, hash },
      ]);
      const isWrong = async ({ ask, address, hash }: (typeof asked)[number]) => {
        const answer = await fetch(ask);
        const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
        return answer.status !== 200 || answer.url !== address || hex.join('') !== hash;
      };
      const results = await Promise.all(asked.map(isWrong));
      return asked.filter((_, place) => results[place]).map(({ ask }) => ask);
    }, pages);
    expect(wrong).toEqual([]);
  });

  it('a URL without its slash and a level open their pages', async () => {
    const response = await page.goto(`${site}questions/${slug}?from=chat#hint`);
    expect(response?.status()).toBe(200);
    expect(page.url()).toBe(`${site}questions/${slug}/?from=chat#hint`);
    await page.locator('[data-part=hint] li').first().waitFor();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByText(guide.levels[1]?.label ?? '')
      .click();
    await page.getByRole('link', { name: guide.levels[1]?.questions[0]?.label ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.getByRole('textbox', { name: 'Private note' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved', pressed: true }).waitFor();
  });

  it('the search dialog and the search page find results', async () => {
    await page.goto(site);
    expect(await searchInDialog(page, title)).toContain(title);
    // The part of Pagefind's index with these words was never loaded.
    await page.goto(`${site}search/?q=${title}`);
    await page.locator('ol.results[aria-busy="false"] mark').first().waitFor();
    const { id = '', questions = [] } = guide.levels.at(-1) ?? {};
    await page.goto(`${site}search/?level=${id}`);
    await page
      .locator('ol.results[aria-busy="false"] .section', { hasText: /\w/ })
      .nth(questions.length - 1)
      .waitFor();
  });

  it('practice asks questions and terms', async () => {
    await openPractice(page, site, `1.question.${code}`);
    expect(await roomText(page)).toContain(title);
    await openPractice(page, site, '1.terms.new');
    await page.locator('practice-room .flashcard').waitFor();
  });

  it('a mock interview by its link, a set and the reader’s progress open', async () => {
    const link = linkOf();
    await page.goto(`${site}mock/#${link}`);
    await page.getByRole('button', { name: 'Start the interview' }).click();
    await page.locator('.asking').waitFor();
    await page.goto(`${site}set/#1.${code}`);
    await page.locator('set-room[data-ready]').getByText(title).first().waitFor();
    await page.goto(`${site}progress/`);
    await page.locator('progress-room[data-ready]').waitFor();
  });

  it('a lab runs', async () => {
    await page.goto(`${site}labs/predictive-value/`);
    const lab = page.locator('guide-lab[data-ready]').first();
    const before = await lab.textContent();
    await lab.locator('input[type=range]').first().press('ArrowRight');
    await expect.poll(() => lab.textContent()).not.toBe(before);
  });

  it('an unknown URL is reported as such, with its status', async () => {
    for (const path of ['nothing/here', 'questions/no-such-question/']) {
      const response = await page.goto(site + path);
      expect(response?.status()).toBe(404);
      expect(await page.title()).toContain('Page not found');
    }
  });

  it('every link of the sidebar works, and others say while offline if they need a connection', async () => {
    await page.goto(`${site}topics/`);
    const statuses = await page.evaluate(async () => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('nav[aria-label=Main] a')];
      const internal = links.filter(({ origin }) => origin === location.origin);
      return Promise.all(internal.map(async ({ href }) => [href, (await fetch(href)).status]));
    });
    expect(statuses.length).toBeGreaterThan(10);
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
    const link = page.locator(`main a[href="/topics/${topic}/"]`);
    await context.setOffline(true);
    await link.getByText('(needs a connection)').waitFor();
    expect(await page.locator('nav .not-stored').count()).toBe(0);
    await context.setOffline(false);
    await link.getByText('(needs a connection)').waitFor({ state: 'detached' });
  });

  it('a URL works with its letters encoded', async () => {
    const response = await page.goto(`${site}questions/${slug.replaceAll('-', '%2D')}/`);
    expect(response?.status()).toBe(200);
    expect(await page.title()).toContain(title);
  });

  it('says that files that aren’t on the device need a connection', async () => {
    const paths = ['data/questions.json', `topics/${topic}/`, 'print/', `q/${code}`, 'sources/'];
    for (const path of sampled(paths, 3)) {
      const response = await page.goto(site + path);
      expect(response?.status()).toBe(503);
      await page.getByText('isn’t on your device').waitFor();
    }
  });
});

itNightly('the guide works offline below a base path too', async () => {
  const pages = /^(404|index|(offline|questions\/a-wrong-chart)\/index)\.html$/;
  const small = await smallSite({ built: 'dist-guide', pages });
  const { context, site } = await afterOneVisit(small, '/guide/', 4750);
  const page = await context.newPage();
  await page.goto(`${site}questions/a-wrong-chart`);
  expect(page.url()).toBe(`${site}questions/a-wrong-chart/`);
  expect(await searchInDialog(page, 'retracton')).toContain('a wrong chart');
  expect((await page.goto(`${site}nothing`))?.status()).toBe(404);
  await context.close();
});
