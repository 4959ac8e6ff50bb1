import { describe, expect, inject, it } from 'vitest';
import { frameScript, useBrowser } from './browser.ts';
import { delayResponses } from './delay-responses.ts';

const open = useBrowser();
const site = inject('rootSite');
const question = `${site}questions/what-is-fhir/`;

/** The script of the page frame. */
const script = /\/_astro\/Page\./;

describe('a page’s script', () => {
  it('loads after the page, which requests nothing else until then', async () => {
    const { page, requests, errors } = await open();
    const before = new Promise<string[]>((resolve) =>
      page.once('load', () => resolve([...requests])),
    );
    const asked = page.waitForRequest(script);
    await page.goto(question);
    await asked;
    const atLoad = (await before).filter((address) => !script.test(address));
    expect(atLoad).toEqual([question]);
    await frameScript(page);
    expect(errors).toEqual([]);
  });

  it('adopts the theme that was chosen before it loaded', async () => {
    const { page } = await open();
    const release = await delayResponses(page, script);
    await page.goto(question);
    await page.getByLabel('Theme').selectOption('dark');
    release();
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await page.goto(`${site}about/`);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  it('isn’t needed for reading if it fails to load', async () => {
    const { page } = await open();
    await page.route(script, (route) => route.abort());
    await page.goto(question);
    await page.locator('summary h2').first().click();
    await page.locator('details[data-part][open]').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL(`${site}search/`);
  });
});
