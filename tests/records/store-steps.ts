/** Steps for testing the store in a real browser, without the guide's pages. */
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, inject } from 'vitest';
import type { Store } from '../../src/browser/store.ts';
import type { Change } from '../../src/browser/store-events.ts';
import type { FailureKind, Outcome, StoreFailure } from '../../src/browser/store-failures.ts';
import type {
  readProgressFile,
  writeProgressFile,
} from '../../src/domain/progress/progress-file.ts';
import type { RecordFormat } from '../../src/domain/progress/record-versions.ts';
import type { CardRecord, ReviewRecord } from '../../src/domain/progress/records.ts';
import type { settings, storage } from '../../src/guide-settings.ts';
import { useBrowser } from '../support/browser.ts';

interface Tools {
  openStore(format?: RecordFormat): Store;
  readonly settings: typeof settings;
  readonly storage: typeof storage;
  readProgressFile: typeof readProgressFile;
  writeProgressFile: typeof writeProgressFile;
  recordFormat: RecordFormat;
  /**
   * Returns an outcome's value.
   * @throws Error with the kind of failure and its details if there is no value
   */
  take<T>(outcome: Outcome<T>): T;
  kind(outcome: Outcome<unknown>): FailureKind | 'none';
  card(id: string, rest?: Partial<CardRecord>): CardRecord;
  review(id: string, before: CardRecord | null, rest?: Partial<ReviewRecord>): ReviewRecord;
  /** Opens a separate connection that bypasses the store. */
  raw(): Promise<IDBDatabase>;
}

declare global {
  interface Window {
    tools: Tools;
    store: Store;
    failures: StoreFailure[];
    events: { changes: readonly Change[]; isElsewhere: boolean }[];
  }
}

const tools = `
import { Store } from '../../src/browser/store.ts';
export const openStore = (format) => new Store(format);
import { settings, storage } from '../../src/guide-settings.ts';
export { settings, storage };
export { readProgressFile, writeProgressFile } from '../../src/domain/progress/progress-file.ts';
export { recordFormat } from '../../src/domain/progress/record-versions.ts';
export function take(outcome) {
  if ('problem' in outcome) throw new Error(outcome.problem.kind + ': ' + outcome.problem.detail);
  return outcome.value;
}
export function kind(outcome) {
  return 'problem' in outcome ? outcome.problem.kind : 'none';
}
export function card(id, rest = {}) {
  return { id, due: 5, stability: 1, difficulty: 5, scheduledDays: 1, learningSteps: 0, reps: 0,
    lapses: 0, state: 'review', lastReview: null, ...rest };
}
export function review(id, before, rest = {}) {
  const card = before?.id ?? 'question:8d8';
  return { id, card, at: 5, grade: 'good', scores: [3, null], seconds: 60, before, ...rest };
}
export function raw() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(storage);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}`;

/** Returns functions that open tabs with the store and, as `window.tools`, test helpers. */
export function useStoreTabs(...start: Parameters<typeof useBrowser>) {
  const open = useBrowser(...start);
  const site = inject('rootSite');
  let script = '';

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: tools, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'tools',
    });
    script = outputFiles[0]?.text ?? '';
  });

  /** Loads the store into one of the site's files that has no scripts. */
  async function load(page: Page): Promise<Page> {
    await page.goto(`${site}robots.txt`);
    await page.evaluate(script);
    await page.evaluate(() => {
      window.store = window.tools.openStore();
      window.failures = [];
      window.events = [];
      window.store.listen('failure', ({ failure }) => window.failures.push(failure));
      window.store.listen('change', ({ changes, isElsewhere }) => {
        window.events.push({ changes, isElsewhere });
      });
    });
    return page;
  }

  return {
    open,
    site,
    load,
    firstTab: async (): Promise<Page> => load((await open()).page),
    nextTab: async (page: Page): Promise<Page> => load(await page.context().newPage()),
  };
}
