/** A simulated screen reader in a page: what it speaks while a reader works with the keyboard. */
import type { Virtual } from '@guidepup/virtual-screen-reader';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { frameScript } from './browser.ts';

/** The simulator as one script that sets `window.guidepup`. */
const [script] = buildSync({
  entryPoints: ['@guidepup/virtual-screen-reader/browser.js'],
  bundle: true,
  format: 'iife',
  globalName: 'window.guidepup',
  write: false,
}).outputFiles;

/** The page as a script sees it after the simulator has been put into it. */
type WindowWithReader = typeof window & { readonly guidepup: { readonly virtual: Virtual } };

/**
 * What a transcript leaves out: emphasis and the ends of things, which screen readers don't speak
 * unless asked, and a message that is replaced too soon to be spoken each time.
 */
const quiet =
  /^(end( of|,) .*|paragraph|strong|emphasis|superscript|generic|main|polite: Searching…)$/;

/** Longest phrase of a transcript, in characters. */
const maxLength = 110;

/** A reader with a keyboard and a screen reader: each key, with what is spoken after it. */
export class ScreenReader {
  readonly #page: Page;
  readonly #lines: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** The keys so far, each after ">", and what was spoken. */
  get transcript(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** Starts to listen on a page that has just been opened, or in its dialog, outside of which there is nothing. */
  async start(container = 'body'): Promise<void> {
    await frameScript(this.#page);
    await this.#page.evaluate(script?.text ?? '');
    await this.#page.evaluate(async (selector) => {
      const { virtual } = (window as WindowWithReader).guidepup;
      await virtual.start({ container: document.querySelector(selector) ?? document });
      await virtual.clearSpokenPhraseLog();
    }, container);
  }

  /** Presses Enter, which opens the page at this address, and goes past what all pages begin with. */
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

  /** Presses a key and gives what is spoken. */
  async press(key: string): Promise<string> {
    this.#lines.push(`> ${key}`);
    await this.#page.keyboard.press(key);
    return this.listen();
  }

  /** Presses Tab until something is spoken that begins like this. */
  async tabTo(start: string): Promise<void> {
    for (let stops = 0; stops < 60; stops += 1) {
      if ((await this.press('Tab')).startsWith(start)) return;
    }
    throw new Error(`Tab doesn’t reach "${start}":\n${this.transcript}`);
  }

  /** Reads on with the arrow key, one item after another. */
  async readNext(items: number): Promise<void> {
    this.#lines.push('> reads on');
    await this.#page.evaluate(async (count) => {
      const { virtual } = (window as WindowWithReader).guidepup;
      for (let item = 0; item < count; item += 1) await virtual.next();
    }, items);
    await this.listen();
  }

  /** Adds what has been spoken, once nothing more comes, and gives it. */
  async listen(): Promise<string> {
    const log = (): Promise<string[]> =>
      this.#page.evaluate(() => (window as WindowWithReader).guidepup.virtual.spokenPhraseLog());
    let phrases: string[];
    do {
      phrases = await log();
      await this.#page.waitForTimeout(100);
    } while ((await log()).length > phrases.length);
    await this.#page.evaluate(() =>
      (window as WindowWithReader).guidepup.virtual.clearSpokenPhraseLog(),
    );
    const spoken = phrases
      .filter((phrase) => !quiet.test(phrase))
      .map(brief)
      // Some messages are written in two steps.
      .filter((phrase, index, all) => phrase !== all[index - 1]);
    this.#lines.push(...spoken);
    return spoken.join('\n');
  }
}

/** A phrase without what changes with each new question or edit: counts, and the end of long texts. */
function brief(phrase: string): string {
  const same = phrase
    .replace(/, set size \d+/, '')
    .replace(/^([\w -]+) \d+$/, '$1 …')
    .replace(/\d+(?= questions)/, '…');
  return same.length > maxLength ? `${same.slice(0, maxLength)}…` : same;
}
