import { readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf, looks } from './axe-steps.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { holdBack } from './hold-back.ts';

const open = useBrowser();
const site = inject('rootSite');
const ids = readdirSync('src/components/labs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Comes near a page's first lab and waits until it runs. */
async function wake(page: Page): Promise<void> {
  const lab = page.locator('guide-lab').first();
  await lab.scrollIntoViewIfNeeded();
  // This one: another that is as near may be ready before it.
  await lab.and(page.locator('[data-ready]')).waitFor();
}

describe('the labs', () => {
  it('are all listed on their page, at least twelve', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}labs/`);
    const links = await page
      .locator('main ul.cards a')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(links.sort()).toEqual(ids.map((id) => `/labs/${id}/`).sort());
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });

  it('stand on the pages of questions, and load nothing before the reader comes near', async () => {
    const { page, requests, errors } = await open();
    await page.goto(`${site}questions/precision-and-recall/`, { waitUntil: 'networkidle' });
    const lab = page.locator('guide-lab').first();
    expect(await lab.locator('form').count()).toBe(0);
    const before = requests.length;
    await wake(page);
    await lab.locator('form').waitFor();
    expect(await lab.locator('.lab-figure > *').count()).toBeGreaterThan(0);
    expect(await lab.locator('.lab-figure').evaluate((all) => getComputedStyle(all).display)).toBe(
      'grid',
    );
    const own = lab.getByRole('link', { name: 'Figure, numbers and sources of this lab' });
    expect(await own.isVisible()).toBe(true);
    const asked = requests.slice(before).map((address) => new URL(address).pathname);
    expect(asked.some((path) => /\/lab\.[^/]*\.js$/.test(path))).toBe(true);
    expect(requests.slice(0, before).join()).not.toMatch(/\/lab(-runner)?\./);
    expect(errors).toEqual([]);
  });

  it('say on the pages of questions without scripts what comes out, and lead to the rest', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}questions/precision-and-recall/`);
    const lab = page.locator('guide-lab#lab-threshold');
    const words = await lab.locator('p').allTextContents();
    await lab.getByRole('link', { name: 'Figure, numbers and sources of this lab' }).click();
    const whole = await page.locator('guide-lab').textContent();
    for (const said of words.slice(0, -1)) expect(whole).toContain(said.trim());
    expect(words.length).toBe(4);
  });

  it('leave the focus where it is, in sight, when they come late', async () => {
    const { page } = await open();
    const release = await holdBack(page, /\/lab-runner\./);
    await page.goto(`${site}questions/precision-and-recall/`);
    const lab = page.locator('guide-lab').first();
    const link = lab.getByRole('link', { name: 'Figure, numbers and sources of this lab' });
    await link.focus();
    release();
    await lab.and(page.locator('[data-ready]')).waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    const [y, height] = await link.evaluate((element) => [
      element.getBoundingClientRect().bottom,
      innerHeight,
    ]);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThanOrEqual(height ?? 0);
  });

  it('say so when they can not be loaded, and leave what stood there', async () => {
    const { page } = await open({ serviceWorkers: 'block' });
    await page.route(/\/lab-runner\./, (route) => route.abort());
    await page.goto(`${site}labs/threshold/`);
    await page.getByText('The lab did not load.').waitFor();
    expect(await page.locator('.lab-result').isVisible()).toBe(true);
  });
});

describe.each(ids)('the lab %s', (id) => {
  it('shows a worked default without scripts: result, figure, table, what to say', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}labs/${id}/`);
    const lab = page.locator('guide-lab');
    expect((await lab.locator('.lab-result').textContent())?.length).toBeGreaterThan(20);
    expect(await lab.locator('.lab-figure > *').count()).toBeGreaterThan(0);
    expect(await lab.locator('table').count()).toBeGreaterThan(0);
    expect(await lab.locator('.lab-say').isVisible()).toBe(true);
    expect(await lab.locator('form').isVisible()).toBe(false);
  });

  it('costs at most 6 kB beside what all labs share, answers, and can go back', async () => {
    const { page, requests, errors } = await open();
    await page.goto(`${site}labs/${id}/`);
    const result = page.locator('guide-lab .lab-result');
    const initial = await result.textContent();
    await wake(page);
    const from = requests.findIndex((address) => /\/lab-runner\./.test(address));
    const own = requests
      .slice(from)
      .filter((address) => /\.js$/.test(address) && !/lab-runner|markup|watch-/.test(address));
    expect(own.some((address) => /\/lab\.[^/]*\.js$/.test(address))).toBe(true);
    const sizes = await Promise.all(
      own.map(async (address) => {
        const body = Buffer.from(await (await fetch(address)).arrayBuffer());
        return brotliCompressSync(body).length;
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6000);
    expect(await result.textContent()).toBe(initial);
    await page.getByRole('button', { name: 'Back to the start' }).click();
    expect(await result.textContent()).toBe(initial);
    expect(await page.locator('[data-said]').textContent()).toBe(initial);
    expect(page.url()).toContain(`#lab-${id}?v=1`);
    expect(errors).toEqual([]);
  });

  it('opens from any link to it without an error, and puts nothing of it into the page', async () => {
    const { page, errors } = await open();
    for (const query of [
      'v=1',
      'v=9&cutoff=3',
      `v=1&x=<img src=x onerror=alert(1)>`,
      `v=1&${'a'.repeat(3000)}=1`,
    ]) {
      await page.goto('about:blank');
      await page.goto(`${site}labs/${id}/#lab-${id}?${query}`);
      await page.locator('guide-lab[data-ready]').waitFor();
      expect(await page.locator('guide-lab img').count()).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});

describe('words of a figure that can be pressed', () => {
  it.each([
    ['deidentify', /Dunmere/],
    ['samd-category', /IV/],
  ])('are still there without scripts, in %s', async (id, words) => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}labs/${id}/`);
    const button = page.locator('.lab-figure button', { hasText: words }).first();
    expect(await button.isVisible()).toBe(true);
  });
});

describe('styles of labs', () => {
  it('stand on the pages of labs, each those of its own, and on no other', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const styles = async (path: string): Promise<string> => {
      await page.goto(site + path);
      return (await page.locator('style').allTextContents()).join('');
    };
    expect(await styles('labs/samd-category/')).toContain('.samd-grid');
    expect(await styles('labs/ranking/')).not.toContain('.samd-grid');
    expect(await styles('questions/precision-and-recall/')).not.toContain('.lab-figure');
  });
});

describe('a setting of a lab', () => {
  it('is copied as a link that opens on it, also on the page of a question', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site}questions/precision-and-recall/`);
    const lab = page.locator('guide-lab#lab-threshold');
    await lab.scrollIntoViewIfNeeded();
    await lab.getByRole('spinbutton', { name: 'Threshold' }).fill('62');
    await lab.getByRole('button', { name: 'Copy link to this setting' }).click();
    await lab.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open();
    await other.page.goto(link);
    const shared = other.page.locator('guide-lab#lab-threshold');
    await shared.and(other.page.locator('[data-ready]')).waitFor();
    expect(await shared.getByRole('spinbutton', { name: 'Threshold' }).inputValue()).toBe('62');
    expect(await shared.locator('.lab-result').textContent()).toBe(
      await lab.locator('.lab-result').textContent(),
    );
  });
});

describe('each lab is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults: string[] = [];
    for (const id of ids) {
      await page.goto(`${site}labs/${id}/`);
      await wake(page);
      await page
        .locator('details.lab-table')
        .evaluate((table) => table.toggleAttribute('open', true));
      faults.push(...(await faultsOf(page, id)));
    }
    expect(faults).toEqual([]);
  });
});

describe('the figures', () => {
  it('stand on pages, at least twenty, with their words for those who can not see them', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const seen = new Set<string>();
    for (const { slug } of guideOnDisk().questions) {
      await page.goto(`${site}questions/${slug}/`);
      for (const figure of await page.locator('figure.drawn').all()) {
        const label = await figure.getByRole('img').getAttribute('aria-label');
        const fill = await figure.locator('svg').evaluate((svg) => getComputedStyle(svg).fill);
        expect(fill, `styles of the figures on ${slug}`).toBe('none');
        expect(label?.length, slug).toBeGreaterThan(100);
        seen.add(label ?? '');
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(20);
  });
});
