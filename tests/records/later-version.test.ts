/**
 * Data from a later version of the guide, on this version's pages. A reader has such data if a host
 * goes back to an earlier version or if a tab stays open during an update.
 */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { questionStates } from '../../src/domain/plan/readiness.ts';
import type { Progress } from '../../src/domain/progress/records.ts';
import { storage } from '../../src/guide-settings.ts';
import { withLaterRecords } from '../examples/later-fields.ts';
import { answerWith, openPractice } from '../practice/practice-steps.ts';
import { inNewYork, openProgress, realProgress, study } from '../practice/progress-steps.ts';
import { openPanel } from '../sets/set-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { storedRecords, writeRaw } from '../support/stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');

const later = { since: 'a later version', list: [{ of: 'objects' }, 1, null] };

/** A reader's progress with ten answers. Each record has a field that this version doesn't know. */
const progress: Progress = withLaterRecords(
  { ...realProgress(), reviews: realProgress().reviews.slice(-10) },
  later,
);

const codes = progress.settings[0]?.planCodes ?? [];
const ready = questionStates(codes, progress.reviews).filter(({ state }) => state === 'ready');

const title = `${ready.length} of your ${codes.length} ready so far`;

async function writeAll(page: Page): Promise<void> {
  for (const [store, records] of Object.entries(progress)) await writeRaw(page, store, records);
}

/** Opens this version's progress page after a later version has stored everything. */
async function rolledBack() {
  const { page, errors } = await open(inNewYork);
  await openProgress(page);
  await writeAll(page);
  await openProgress(page);
  return { page, errors };
}

async function storedProgress(page: Page): Promise<Record<string, unknown[]>> {
  const { device: _, ...rest } = await storedRecords(page);
  return rest;
}

const sorted = (records: readonly object[]): object[] =>
  records.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

describe('records of a later version', () => {
  it('are all read, and stay as they are, also after settings were changed', async () => {
    const { page, errors } = await rolledBack();
    await openProgress(page);
    await page
      .getByRole('heading', { name: `${ready.length} of your ${codes.length} ready` })
      .waitFor();
    expect(await page.getByText('We couldn’t read').count()).toBe(0);
    const stored = await storedProgress(page);
    expect(stored['reviews']).toHaveLength(10);
    for (const [store, records] of Object.entries(progress)) {
      expect(sorted(stored[store] as object[])).toEqual(sorted(records));
    }
    await page.getByRole('link', { name: /^(Change|Make a) plan$/ }).click();
    await page.getByRole('slider', { name: 'Minutes per day' }).fill('45');
    await page.getByRole('button', { name: 'Save this plan' }).click();
    await page.getByText('Your plan is saved.').waitFor();
    const { settings, reviews } = await storedProgress(page);
    const changed = { minutesPerDay: 45, planCodes: expect.any(Array), at: expect.any(Number) };
    expect(settings).toEqual([{ ...progress.settings[0], ...changed }]);
    expect(reviews).toHaveLength(10);
    expect(errors).toEqual([]);
  });

  it('are kept by everything that a reader does in an earlier version', async () => {
    const { page } = await rolledBack();
    const [card] = progress.cards;
    const code = card?.id.slice('question:'.length) ?? '';
    await openPractice(page, site, `1.question.${code}`);
    await answerWith(page, 4);
    await expect
      .poll(async () => (await storedProgress(page))['reviews']?.length, { timeout: 30_000 })
      .toBe(11);
    const stored = await storedProgress(page);
    const answered = stored['cards']?.find((one) => (one as { id: string }).id === card?.id);
    expect(answered).toMatchObject({ later, reps: (card?.reps ?? 0) + 1 });
    const [note] = progress.notes;
    const { slug: noted } = study.questions.find((one) => one.code === note?.code) ?? {};
    const field = await openPanel(page, noted ?? '');
    await field.fill('Changed.');
    await expect
      .poll(async () => (await storedProgress(page))['notes'], { timeout: 30_000 })
      .toEqual([{ ...note, text: 'Changed.', at: expect.any(Number) }]);
  });
});

describe('a tab that was open during an update', () => {
  it('keeps what the later version stores in another tab', async () => {
    const { page: old, errors } = await open(inNewYork);
    await openProgress(old);
    const next = await old.context().newPage();
    await next.goto(`${site}robots.txt`);
    await writeAll(next);
    await next.evaluate((prefix) => {
      const changes = [{ store: 'reviews', key: '*' }];
      new BroadcastChannel(`${prefix}-progress`).postMessage({ version: 1, changes });
    }, storage);
    await old.getByRole('heading', { name: title }).waitFor();
    expect(await old.getByText('We couldn’t read').count()).toBe(0);
    const stored = await storedProgress(old);
    for (const [store, records] of Object.entries(progress)) {
      expect(sorted(stored[store] as object[])).toEqual(sorted(records));
    }
    expect(errors).toEqual([]);
  });

  it('says that it is from an earlier version if it can’t read the data of the later one', async () => {
    const { page } = await open();
    await page.route('**/data/study/*.json', async (route) => {
      await route.fulfill({ json: { version: 99, items: [] } });
    });
    for (const path of ['practice/', 'set/', 'progress/']) {
      await page.goto(`${site}${path}`);
      const alert = page.getByRole('alert').filter({ hasText: 'an earlier version' });
      await alert.getByText('This page is from an earlier version. Reload it.').waitFor();
      expect(await page.getByText('your connection').count()).toBe(0);
    }
    await page.goto(`${site}levels/${study.questions[0]?.level}/`);
    await page.getByRole('button', { name: 'Build a set' }).click();
    await page.getByText('This page is from an earlier version. Reload it.').waitFor();
    await page.unroute('**/data/study/*.json');
    // The host no longer has this file.
    await page.route('**/data/study/*.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site}practice/`);
    await page.getByText('This page is from an earlier version. Reload it.').waitFor();
  });
});
