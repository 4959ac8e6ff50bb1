/** What the tests of reading offline share: browsers with a memory, and a host that gets new versions. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { type Served, serveSite } from '../scripts/serve-site.ts';
import { writeWorker } from '../scripts/write-worker.ts';

let folder: string;

/** Makes the folder for profiles and versions of a test file, which goes with the file. */
export function useFolder(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-offline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** Starts a browser with a new profile, or with one that another has left. */
export async function startBrowser(profile = mkdtempSync(join(folder, 'profile-'))) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: browserArguments,
    reducedMotion: 'reduce',
  });
  return { context, profile };
}

/** Visits the start page until the guide is on the device and answers what the page asks for. */
export async function visit(context: BrowserContext, site: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** A host of one site that gets new versions. */
export class Host {
  /** Folder with the version that is served. */
  readonly root = mkdtempSync(join(folder, 'host-'));
  #served: Served | undefined;

  get address(): string {
    return this.#served?.address ?? '';
  }

  /** Puts a version in the place of the one before, of which nothing stays, as hosts do. */
  async deploy(version: string): Promise<void> {
    for (const name of readdirSync(this.root)) rmSync(join(this.root, name), { recursive: true });
    cpSync(version, this.root, { recursive: true });
    this.#served ??= await serveSite({ dist: this.root, port: 5000 });
  }

  async stop(): Promise<void> {
    await this.#served?.close();
    this.#served = undefined;
  }
}

/**
 * The site as another commit would give it: all scripts and sheets have other names, and each page
 * says which version it is. Gives its folder.
 */
export async function otherVersion(letter: string): Promise<string> {
  const dist = join(folder, `version-${letter}`);
  cpSync('dist', dist, { recursive: true });
  rmSync(join(dist, 'packs'), { recursive: true });
  const renamed = new Map<string, string>();
  for (const name of readdirSync(join(dist, '_astro'))) {
    const other = name.replace(/(\.\w+)$/, `-${letter}$1`);
    renamed.set(name, other);
    renameSync(join(dist, '_astro', name), join(dist, '_astro', other));
  }
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css)$/.test(file) || file.startsWith('pagefind')) continue;
    const text = readFileSync(join(dist, file), 'utf8')
      .replace(/[\w.-]+\.(?:js|css)\b/g, (name) => renamed.get(name) ?? name)
      .replace('<html ', `<html data-version="${letter}" `);
    writeFileSync(join(dist, file), text);
  }
  await writeWorker(dist);
  return dist;
}

/** Which version a page is of; `A` is the one that was built. */
export function versionOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset['version'] ?? 'A');
}
