import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf } from './axe-steps.ts';
import { frameScript } from './browser.ts';
import { Host, otherVersion, startBrowser, useFolder, versionOf, visit } from './offline-steps.ts';

useFolder();
let B: string;
let C: string;
let host: Host;
let context: BrowserContext;
let site: string;

beforeAll(async () => {
  B = await otherVersion('B');
  C = await otherVersion('C');
});
beforeEach(async () => {
  host = new Host();
  await host.deploy('dist');
  site = host.address;
  ({ context } = await startBrowser());
});
afterEach(async () => {
  await context.close();
  await host.stop();
});

/** Opens a tab; a browser looks for a newer version when it does that. */
async function openTab(path = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

/** The line about a newer version. */
const told = (page: Page) => page.getByRole('region', { name: 'Update' });

/** Presses a button of that line, and waits until the page is of the newer version. */
async function goOver(page: Page, label: string, version: string): Promise<void> {
  await told(page).getByRole('button', { name: label }).click();
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['version'] === wanted,
    version,
  );
}

/** Uses two things of a question page whose code is loaded when they are first used. */
async function search(page: Page): Promise<void> {
  await frameScript(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the guide' }).fill('kappa');
  await page.locator('dialog').getByRole('option').first().waitFor();
}
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('checkbox', { name: 'In my set' }).waitFor();
}

/** Names of the caches that hold the guide, and how many scripts and sheets are kept. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = names.find((name) => name.endsWith(':files'));
    return { names, files: files ? (await (await caches.open(files)).keys()).length : 0 };
  });

describe('a newer version of the guide', () => {
  it('waits, says so, and takes over with consent; what is under way stays', async () => {
    await visit(context, site);
    const reading = await openTab('questions/what-is-samd/');
    const practice = await openTab('practice/#1.question.z7s');
    await practice.getByRole('button', { name: 'Type it' }).click();
    await practice.getByRole('textbox').fill('A version is a promise.');
    await host.deploy(B);
    await openTab();
    await told(reading).getByText('A newer version of the guide is ready.').waitFor();
    expect(await faultsOf(reading, 'the line')).toEqual([]);
    await search(reading);
    await reading.goto(`${site}questions/what-is-fhir/`);
    await told(reading).getByRole('button', { name: 'Later' }).click();
    await reading.goto(`${site}questions/what-is-samd/`);
    expect(await versionOf(reading)).toBe('A');
    expect(await told(reading).count()).toBe(0);
    await goOver(practice, 'Use it now', 'B');
    await expect
      .poll(() => practice.getByRole('textbox').inputValue())
      .toBe('A version is a promise.');
    // The other tab goes on as it is, also with code that it has not loaded yet.
    await told(reading).getByText('This page still works as it is').waitFor();
    await save(reading);
    expect(await versionOf(reading)).toBe('A');
    await goOver(reading, 'Reload this page', 'B');
  });

  it('leaves a tab working that is two versions behind, and tidies up after the last one', async () => {
    const first = await visit(context, site);
    const old = await openTab('questions/what-is-samd/');
    await host.deploy(B);
    await first.goto(site);
    await goOver(first, 'Use it now', 'B');
    await host.deploy(C);
    await first.goto(`${site}labs/`);
    await goOver(first, 'Use it now', 'C');
    await save(old);
    await search(old);
    expect(await versionOf(old)).toBe('A');
    const before = await stored(first);
    await old.close();
    await first.close();
    for (const page of context.pages()) await page.goto('about:blank');
    const next = await openTab();
    expect(await versionOf(next)).toBe('C');
    await expect.poll(async () => (await stored(next)).names.length).toBe(2);
    await expect.poll(async () => (await stored(next)).files * 3).toBe(before.files);
  });

  it('does not come while a file of it is missing', async () => {
    const page = await visit(context, site);
    const broken = readdirSync(join(B, '_astro')).filter((name) => name.startsWith('lab.'));
    await host.deploy(B);
    rmSync(join(host.root, '_astro', broken[0] ?? ''));
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const arriving = registration.installing;
      if (arriving === null) return 'none';
      return new Promise<string>((resolve) => {
        arriving.addEventListener('statechange', () => resolve(arriving.state));
      });
    });
    expect(outcome).toBe('redundant');
    await page.goto(`${site}questions/what-is-samd/`);
    expect(await versionOf(page)).toBe('A');
    await search(page);
  });
});

describe('what is kept for reading offline', () => {
  it('is told with its size, can be removed for good, and comes back when it is wanted', async () => {
    const page = await visit(context, site);
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.goto(`${site}offline/`);
    await page.getByText(/The guide is on this device: \d\.\d MB\./).waitFor();
    expect(await faultsOf(page, 'the page')).toEqual([]);
    // The script has come before: what Chromium compiled of a script from a cache it writes back
    // there, and a cache that was deleted is there again, with nothing in it.
    await frameScript(page);
    await page.getByRole('button', { name: 'Remove it from this device' }).click();
    await page.getByText('Nothing is kept').waitFor();
    expect(await stored(page)).toEqual({ names: [], files: 0 });
    expect(await registrations()).toBe(0);
    await page.goto(site, { waitUntil: 'load' });
    expect(await registrations()).toBe(0);
    await page.goto(`${site}offline/`);
    await page.getByRole('button', { name: 'Make the guide available offline' }).click();
    await page.getByText('The guide is on this device').waitFor();
    await host.stop();
    const response = await page.goto(`${site}questions/what-is-samd/`);
    expect(response?.status()).toBe(200);
  });
});
