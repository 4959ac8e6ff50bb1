/**
 * A simulated screen reader in a page. What it says while someone uses the keyboard is recorded.
 */
import type { Virtual } from '@guidepup/virtual-screen-reader';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { frameScript } from '../support/browser.ts';

/** The simulator as a single script that sets `window.guidepup`. */
const [script] = buildSync({
  entryPoints: ['@guidepup/virtual-screen-reader/browser.js'],
  bundle: true,
  format: 'iife',
  globalName: 'window.guidepup',
  write: false,
}).outputFiles;

type WindowWithReader = typeof window & { readonly guidepup: { readonly virtual: Virtual } };

/**
 * Phrases that transcripts leave out: the ends of elements, some kinds of elements that screen
 * readers usually don't name, and a message that is often replaced before it is spoken.
 */
const quiet =
  /^(end( of|,) .*|paragraph|strong|emphasis|superscript|generic|main|polite: Searching…)$/;

const maxLength = 110;

/**
 * A reader who uses a keyboard and a screen reader. Each keystroke is recorded, along with the
 * speech that follows.
 */
export class ScreenReader {
  readonly #page: Page;
  readonly #lines: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** All keystrokes so far, each after ">", and the speech that follows each one. */
  get transcript(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** Starts listening on a new page, or in its open dialog, which hides everything else. */
  async start(container = 'body'): Promise<void> {
    await frameScript(this.#page);
    await this.#page.evaluate(script?.text ?? '');
    await this.#page.evaluate(async (selector) => {
      const { virtual } = (window as WindowWithReader).guidepup;
      await virtual.start({ container: document.querySelector(selector) ?? document });
      await virtual.clearSpokenPhraseLog();
    }, container);
  }

  /** Presses Enter to open the page at this URL, and skips the beginning that all pages share. */
  async open(address: string): Promise<void> {
    this.#lines.push('> Enter');
    await this.#page.keyboard.press('Enter');
    await this.#page.waitForURL(address);
    await this.start();
    await this.skipToContent();
  }

  async skipToContent(): Promise<void> {
    await this.press('Tab');
    await this.press('Enter');
  }

  /** Presses a key whose effect takes a while, and waits for a phrase that starts with `start`. */
  async pressUntil(key: string, start: string): Promise<void> {
    this.#lines.push(`> ${key}`);
    await this.#page.keyboard.press(key);
    await this.#page.waitForFunction(async (expected) => {
      const phrases = await (window as WindowWithReader).guidepup.virtual.spokenPhraseLog();
      return phrases.some((phrase) => phrase.startsWith(expected));
    }, start);
    await this.listen();
  }

  async press(key: string): Promise<string> {
    this.#lines.push(`> ${key}`);
    await this.#page.keyboard.press(key);
    return this.listen();
  }

  async tabTo(start: string): Promise<void> {
    for (let stops = 0; stops < 60; stops += 1) {
      if ((await this.press('Tab')).startsWith(start)) return;
    }
    throw new Error(`Tab doesn’t reach "${start}":\n${this.transcript}`);
  }

  /** Moves through the next items, as a user would with the arrow keys. */
  async readNext(items: number): Promise<void> {
    this.#lines.push('> reads on');
    await this.#page.evaluate(async (count) => {
      const { virtual } = (window as WindowWithReader).guidepup;
      for (let item = 0; item < count; item += 1) await virtual.next();
    }, items);
    await this.listen();
  }

  /** Waits until the speech ends, and then records and returns it. */
  async listen(): Promise<string> {
    const log = (): Promise<string[]> =>
      this.#page.evaluate(() => (window as WindowWithReader).guidepup.virtual.spokenPhraseLog());
    let phrases: string[];
    do {
      phrases = await log();
      // Let the page finish whatever it still has to do, no matter how slow the machine is.
      await this.#page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await this.#page.waitForTimeout(100);
    } while ((await log()).length > phrases.length);
    await this.#page.evaluate(() =>
      (window as WindowWithReader).guidepup.virtual.clearSpokenPhraseLog(),
    );
    const spoken = phrases
      .filter((phrase) => !quiet.test(phrase))
      .map(brief)
      // Some messages are written in two steps, so they are spoken twice.
      .filter((phrase, index, all) => phrase !== all[index - 1]);
    this.#lines.push(...spoken);
    return spoken.join('\n');
  }
}

/**
 * Removes parts of a phrase that change with new questions or edits: counts and the ends of long
 * phrases.
 */
function brief(phrase: string): string {
  const same = phrase
    .replace(/, set size \d+/, '')
    .replace(/^([\w -]+) \d+$/, '$1 …')
    .replace(/\d+(?= (?:questions|meanings?|pages?)\b)/g, '…');
  return same.length > maxLength ? `${same.slice(0, maxLength)}…` : same;
}
