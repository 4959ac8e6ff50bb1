import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { holdBack } from './hold-back.ts';

const open = useBrowser();
const site = inject('rootSite');
const question = `${site}questions/what-is-fhir/`;

/** The script of the frame. */
const script = /\/_astro\/Page\./;

/** Opens a page and makes no move on it. */
async function openUntouched(page: Page, address = question): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForLoadState('networkidle');
}

const searchField = (page: Page) => page.getByRole('combobox', { name: 'Search the guide' });

describe('a page on which nobody moves', () => {
  it('asks for nothing but itself', async () => {
    const { page, requests } = await open();
    await openUntouched(page);
    expect(requests).toEqual([question]);
  });

  it.each([
    ['a pointer', (page: Page) => page.mouse.move(100, 300)],
    ['a key', (page: Page) => page.keyboard.press('Tab')],
    ['scrolling', (page: Page) => page.evaluate(() => scrollTo(0, 200))],
    ['an answer that is unfolded', (page: Page) => page.locator('summary h2').first().click()],
  ])('asks for its script with %s', async (_, move) => {
    const { page, errors } = await open();
    await openUntouched(page);
    const asked = page.waitForResponse(script);
    await move(page);
    await asked;
    await page.getByRole('button', { name: 'Copy link to this question' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('says nothing where the browser keeps nothing', async () => {
    const { page, errors } = await open();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await openUntouched(page);
    await page.keyboard.press('/');
    await searchField(page).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    ['who was here before', question, () => localStorage.setItem('guide-letter-keys', 'off')],
    ['who opens it at a part', `${question}#sources`, undefined],
    ["who opens a lab's own page", `${site}labs/predictive-value/`, undefined],
  ])('asks for its script at once for %s', async (_, address, before) => {
    const { page } = await open();
    if (before !== undefined) await page.addInitScript(before);
    const asked = page.waitForResponse(script);
    await page.goto(address, { waitUntil: 'commit' });
    await asked;
  });
});

describe('what is pressed before the script has come', () => {
  /** Opens a page whose script waits; gives what lets it come. */
  async function openWaiting(page: Page): Promise<() => void> {
    const release = await holdBack(page, script);
    await page.goto(question, { waitUntil: 'commit' });
    await page.waitForLoadState('load');
    return release;
  }

  it.each(['Control+k', 'Control+Shift+K', '/'])('is heard: %s', async (keys) => {
    const { page, errors } = await open();
    const release = await openWaiting(page);
    await page.evaluate(() => {
      addEventListener('keydown', ({ key, defaultPrevented }) => {
        if (/^[k/]$/i.test(key)) document.body.dataset['prevented'] = String(defaultPrevented);
      });
    });
    await page.keyboard.press(keys);
    // The browser's own search stays away.
    expect(await page.locator('body').getAttribute('data-prevented')).toBe('true');
    release();
    await searchField(page).waitFor();
    expect(await page.locator('dialog').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('is heard: the list of keys', async () => {
    const { page } = await open();
    const release = await openWaiting(page);
    await page.keyboard.press('?');
    release();
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await page.locator('dialog').count()).toBe(1);
  });

  it('is answered once on a page with keys of its own', async () => {
    const { page } = await open();
    const release = await holdBack(page, script);
    await page.goto(`${site}practice/`, { waitUntil: 'commit' });
    await page.locator('main button').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    const came = page.waitForResponse(script);
    release();
    await came;
    await page.waitForFunction(() => customElements.get('site-search') !== undefined);
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('is done: search opens here, and elsewhere with a modified click', async () => {
    const { page } = await open();
    const release = await openWaiting(page);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    release();
    await searchField(page).waitFor();
    expect(page.url()).toBe(question);

    const other = await open();
    await openWaiting(other.page);
    const tab = other.page.context().waitForEvent('page');
    await other.page
      .getByRole('link', { name: 'Search', exact: true })
      .click({ modifiers: ['Control'] });
    expect((await tab).url()).toBe(`${site}search/`);
    expect(other.page.url()).toBe(question);
  });

  it('is done: what "Save" opens', async () => {
    const { page } = await open();
    const release = await openWaiting(page);
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    release();
    await page.getByRole('button', { name: 'Bookmark' }).waitFor();
    expect(await save.getAttribute('aria-expanded')).toBe('true');
  });

  it('holds: a theme', async () => {
    const { page } = await open();
    const release = await openWaiting(page);
    // As readers do: no one chooses what has no focus.
    await page.getByLabel('Theme').focus();
    await page.getByLabel('Theme').selectOption('dark');
    release();
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await page.goto(`${site}glossary/`);
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});

describe('a script that can not be had', () => {
  it('leaves the page as it is without scripts', async () => {
    const { page } = await open();
    await page.route(script, (route) => route.abort());
    await openUntouched(page);
    await page.locator('summary h2').first().click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL(`${site}search/`, { waitUntil: 'commit' });
  });

  it('still leads to search when that is what was pressed first', async () => {
    const { page } = await open();
    await page.route(script, (route) => route.abort());
    await openUntouched(page);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL(`${site}search/`, { waitUntil: 'commit' });
  });
});
