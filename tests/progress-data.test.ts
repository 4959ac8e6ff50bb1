import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { writeProgressFile } from '../src/domain/progress/progress-file.ts';
import { countRecords, noProgress } from '../src/domain/progress/progress-lists.ts';
import { useBrowser } from './browser.ts';
import {
  chooseFile,
  fileFrom,
  importProgress,
  inNewYork,
  now,
  openProgress,
  realProgress,
  study,
} from './progress-steps.ts';
import { storedRecords, writeRaw } from './stored-records.ts';

const open = useBrowser();
const [first, second] = study.questions.map(({ code }) => code);
const here = realProgress();

/** Content of a file, without its timestamp. */
const contentOf = (text: string): unknown => (JSON.parse(text) as { progress: unknown }).progress;

const contentHere = contentOf(writeProgressFile(here, now));

/** Another device's progress: one note of the same question, one more bookmark. */
const other = {
  ...noProgress,
  notes: [{ code: first ?? '', text: 'Name the group first.', at: now - 5 }],
  bookmarks: [{ code: first ?? '', at: now - 5 }],
};

/** A snapshot with one bookmark. */
const snapshot = {
  id: 1,
  at: now - 1e9,
  reason: 'import',
  version: 1,
  records: [{ store: 'bookmarks', value: { code: first, at: 5 } }],
};

/** A page with the real progress. */
async function filled() {
  const { page, errors } = await open(inNewYork);
  await openProgress(page);
  await importProgress(page, here);
  return { page, errors };
}

describe('an unreadable saved record', () => {
  it('is quarantined and reported, can be downloaded, and can be deleted', async () => {
    const { page, errors } = await open(inNewYork);
    await openProgress(page);
    const [card] = here.cards;
    const broken = { ...card, id: 'question:zzz', stability: Number.NaN };
    const hostile = { id: 7, name: '<img src=x onerror=alert(1)>' };
    await writeRaw(page, 'cards', [...here.cards, broken, hostile]);
    await openProgress(page);
    await page
      .getByRole('alert')
      .getByText('We couldn’t read 2 saved records. Everything else is safe.')
      .waitFor();
    // The rest is still there.
    await page.getByText(`${here.cards.length} of ${study.questions.length}`).waitFor();
    await page.getByText('Cards: id, due, stability, and 7 more are missing or wrong').waitFor();
    await page.getByText('Cards: stability is missing or wrong').click();
    await page.locator('pre', { hasText: '"stability": "NaN"' }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    const { name, text } = await fileFrom(page, 'Download records');
    expect(name).toBe('unreadable-records.json');
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      records: [{ value: { id: 7 } }, { value: { id: 'question:zzz', stability: 'NaN' } }],
    });
    await page.getByRole('button', { name: 'Delete records…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 2 unreadable records?' });
    await dialog.getByRole('button', { name: 'Delete records' }).click();
    await page.getByText('Unreadable records deleted.').waitFor();
    await page.getByRole('heading', { name: 'Unreadable records' }).waitFor({ state: 'detached' });
    // The focused button is gone, and the focus moves to the outcome.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('unreadable-notice');
    expect((await storedRecords(page))['quarantine']).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('browser storage', () => {
  it('that is full is reported near the button, changes nothing, and works once there is space', async () => {
    const { page } = await open(inNewYork);
    const session = await page.context().newCDPSession(page);
    const setQuota = (quota: { quotaSize?: number }) =>
      session.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(inject('rootSite')).origin,
        ...quota,
      });
    await setQuota({ quotaSize: 1_000_000 });
    await openProgress(page);
    await importProgress(page, here);
    const text = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCharCode(300 + ((i * 7919) % 5000)),
    ).join('');
    const notes = Array.from({ length: 30 }, (_, i) => ({
      code: i.toString(36).padStart(3, '0'),
      text,
      at: now,
    }));
    await chooseFile(page, writeProgressFile({ ...noProgress, notes }, now));
    await page.getByRole('button', { name: 'Merge this file' }).click();
    const near = page.locator('#import-notice', { hasText: 'the browser is out of space' });
    await near.waitFor();
    await page
      .getByRole('alert')
      .filter({ hasText: 'the browser is out of space' })
      .first()
      .waitFor();
    expect((await storedRecords(page))['notes']).toEqual(here.notes);
    await setQuota({});
    await page.getByRole('button', { name: 'Merge this file' }).click();
    await page.getByText('Merged. Your progress now includes everything in the file.').waitFor();
    expect((await storedRecords(page))['notes']).toHaveLength(31);
  });

  it('is reported when it is blocked, and the page still works', async () => {
    const { page, errors } = await open(inNewYork);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
      const getItem = Storage.prototype.getItem;
      Storage.prototype.getItem = function (key) {
        if (key.startsWith('guide-')) throw new DOMException('no', 'SecurityError');
        return getItem.call(this, key);
      };
    });
    await openProgress(page);
    await page.getByText('nothing will be saved').first().waitFor();
    await page.getByRole('link', { name: 'Start practicing' }).waitFor();
    await chooseFile(page, writeProgressFile(other, now));
    await page.getByRole('button', { name: 'Merge this file' }).click();
    await page.locator('#import-notice', { hasText: 'nothing will be saved' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('can be made persistent at the reader’s request', async () => {
    const { page } = await open(inNewYork);
    await page.addInitScript(() => {
      let isKept = false;
      let asked = 0;
      navigator.storage.persisted = () => Promise.resolve(isKept);
      navigator.storage.persist = () => {
        asked += 1;
        isKept = asked > 1;
        return Promise.resolve(isKept);
      };
      navigator.storage.estimate = () => Promise.resolve({ usage: 2_340_000, quota: 5e9 });
    });
    await openProgress(page);
    await page.getByText('The guide uses 2.3 MB of the 5 GB that it can use.').waitFor();
    const ask = page.getByRole('button', { name: 'Ask the browser to keep my data' });
    await ask.click();
    await page.getByText('Your browser didn’t agree this time.').waitFor();
    await page.getByText('We last asked it on Nov 24, 2026, 10:00 AM to keep your data.').waitFor();
    await ask.click();
    await page.getByText('Your browser will keep your data.').waitFor();
    expect(await ask.count()).toBe(0);
  });
});

describe('a file', () => {
  it('is refused with a message if it isn’t a progress file or is from another version', async () => {
    const { page, errors } = await open(inNewYork);
    await openProgress(page);
    const format = '"format":"ai-healthtech-interview-guide/progress"';
    const refused = [
      ['{"format":"other"}', 'This isn’t a progress file from this guide.'],
      [`{${format},"version":99,"progress":{}}`, 'comes from a newer version of the guide'],
      [`{${format},"version":0,"progress":{}}`, 'from a version that the guide can’t read'],
      [`{${format},"version":1}`, 'There is no progress in this file.'],
      ['\u0000\u0001', 'This isn’t a progress file from this guide.'],
    ] as const;
    for (const [text, message] of refused) {
      await chooseFile(page, text, 'x<b>.json');
      const alert = page.locator('#import-notice [role=alert]');
      await alert.filter({ hasText: `x<b>.json: ` }).filter({ hasText: message }).waitFor();
    }
    expect(await page.getByText('What this file would change').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('that was imported into an empty guide can be undone completely, and changes nothing when it was exported and is imported again', async () => {
    const { page } = await filled();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    await page.getByText(`0 of ${study.questions.length}`).waitFor();
    expect((await storedRecords(page))['reviews']).toEqual([]);
    await importProgress(page, here);
    const { name, text } = await fileFrom(page, 'Export to a file');
    expect(name).toBe('ai-healthtech-progress-2026-11-24.json');
    expect(contentOf(text)).toEqual(contentHere);
    await page.getByText('Last export: Nov 24, 2026, 10:00 AM, 0 answers since').waitFor();
    await chooseFile(page, text);
    const nothing = page.getByText(
      'Nothing would change. You already have everything in the file.',
    );
    await nothing.waitFor();
    await page.getByRole('radio', { name: /^Replace/ }).check();
    await nothing.waitFor();
    expect(await page.getByRole('button', { name: /this file$/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Close' }).click();
    await nothing.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-file');
  });

  it('can be merged by keyboard, with a preview and undo', async () => {
    const { page } = await filled();
    await chooseFile(page, writeProgressFile(other, now));
    await page.getByText('Notes: 1 changed.').waitFor();
    await page.getByText('Bookmarks: 1 new, 1 unchanged.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Merged. Your progress now includes everything in the file.').waitFor();
    const { notes, bookmarks, snapshots } = await storedRecords(page);
    expect(bookmarks).toHaveLength(2);
    expect(JSON.stringify(notes)).toContain('Name the group first.');
    expect(JSON.stringify(notes)).toContain('Say the number first.');
    expect(snapshots).toMatchObject([{ reason: 'import' }]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-notice');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    expect(contentOf((await fileFrom(page, 'Export to a file')).text)).toEqual(contentHere);
    await page.locator('.snapshots > li').nth(1).waitFor();
  });

  it('can be dropped on the page, and replaces everything, without invalid records', async () => {
    const { page } = await filled();
    const file = JSON.parse(writeProgressFile(other, now)) as { progress: { cards: unknown[] } };
    file.progress.cards.push({ id: 'question:8d8' }, 5);
    await drop(page, 'dropped.json', JSON.stringify(file));
    await page.getByText('dropped.json, exported on Nov 24, 2026, 10:00 AM: 2 records').waitFor();
    await page.getByText('2 records can’t be read and would be left out:').waitFor();
    await page
      .getByText('Cards: due, stability, difficulty, and 6 more are missing or wrong.')
      .waitFor();
    await page.getByRole('radio', { name: /^Replace/ }).check();
    await page.getByText(`Cards: ${here.cards.length} removed.`).waitFor();
    await page.getByRole('button', { name: 'Replace with this file' }).click();
    await page.getByText('Replaced. Your progress now matches the file.').waitFor();
    const { cards, notes, bookmarks } = await storedRecords(page);
    expect({ cards, notes, bookmarks }).toEqual({
      cards: [],
      notes: other.notes,
      bookmarks: other.bookmarks,
    });
    await page.getByText(`0 of ${study.questions.length}`).waitFor();
  });

  it('is refused before it is read if it is far too large', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    await page.evaluate(() => {
      File.prototype.text = () => Promise.reject(new Error('It was read.'));
    });
    await drop(page, 'film.json', '', 20_000_001);
    await page.locator('#import-notice [role=alert]', { hasText: 'too large' }).waitFor();
    // An unreadable one is reported too.
    await drop(page, 'gone.json', 'x');
    await page
      .locator('#import-notice [role=alert]', {
        hasText: 'gone.json: We couldn’t open this file.',
      })
      .waitFor();
  });
});

/** Drops a file on the import panel, padded to a size in bytes. */
async function drop(page: Page, name: string, text: string, size = 0): Promise<void> {
  const files = await page.evaluateHandle(
    ([file, content, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([content, new Uint8Array(bytes)], file));
      return data;
    },
    [name, text, size] as const,
  );
  await page.locator('.panel:has(#import-file)').dispatchEvent('drop', { dataTransfer: files });
}

describe('starting over', () => {
  const keep = { 'guide-set': '1.8d8.Mine', 'guide-session': 'x', 'guide-letter-keys': 'off' };

  it('resets everything, with two ways to undo it', async () => {
    const { page } = await filled();
    await page.evaluate((texts) => Object.assign(localStorage, texts), keep);
    const stored = () => page.evaluate(() => ({ ...localStorage }));
    const reset = async () => {
      await page.getByRole('button', { name: 'Reset…' }).click();
      await page.getByRole('button', { name: 'Reset my progress' }).click();
      await page.getByText('Your progress was reset.').waitFor();
      await page.getByText(`0 of ${study.questions.length}`).waitFor();
    };
    await reset();
    const { snapshots, quarantine: _, device: __, ...rest } = await storedRecords(page);
    expect(Object.values(rest).flat()).toEqual([]);
    expect(snapshots).toMatchObject([{ reason: 'reset' }]);
    const left = await stored();
    expect(left).toMatchObject({ 'guide-letter-keys': 'off' });
    expect(Object.keys(left)).not.toContain('guide-set');
    await page.getByRole('button', { name: 'Undo the reset' }).click();
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    expect(await stored()).toMatchObject(keep);
    await page.getByText(`${here.cards.length} of ${study.questions.length}`).waitFor();
    // And from the snapshot, also later.
    await reset();
    await openProgress(page);
    const entry = page.locator('.snapshots > li', { hasText: 'Before a reset' }).first();
    await entry.getByText(`Nov 24, 2026, 10:00 AM · ${countRecords(here)} records`).waitFor();
    await entry.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Your progress from Nov 24, 2026, 10:00 AM was restored.').waitFor();
    expect(contentOf((await fileFrom(page, 'Export to a file')).text)).toEqual(contentHere);
  });

  it('deletes everything, including snapshots, if the reader chooses to', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    await writeRaw(page, 'cards', here.cards);
    await writeRaw(page, 'snapshots', [snapshot]);
    await writeRaw(page, 'notes', [{ code: second, text: 5 }]);
    await page.evaluate((texts) => Object.assign(localStorage, texts), {
      ...keep,
      'recent-searches': '{"version":1,"searches":["kappa"]}',
    });
    await openProgress(page);
    await page.locator('.snapshots > li').waitFor();
    const button = page.getByRole('button', { name: 'Reset…' });
    await button.click();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await page.keyboard.press('Escape');
    expect((await storedRecords(page))['cards']).toHaveLength(here.cards.length);
    await button.click();
    await page.getByRole('button', { name: 'Delete all data' }).click();
    await page.getByText('All your data was deleted.').waitFor();
    await page.getByText('No snapshots yet.').waitFor();
    const { device: _, ...rest } = await storedRecords(page);
    expect(Object.values(rest).flat()).toEqual([]);
    const stored = await page.evaluate(() => Object.keys(localStorage));
    expect(stored.filter((key) => key.startsWith('guide-') || key === 'recent-searches')).toEqual([
      'guide-letter-keys',
    ]);
  });
});

describe('snapshots', () => {
  it('can be restored, and all are deleted once the reader confirms', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    await writeRaw(page, 'snapshots', [snapshot]);
    await openProgress(page);
    await page.locator('.snapshots > li', { hasText: 'Before an import' }).waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText(/^Your progress from .* was restored/).waitFor();
    expect((await storedRecords(page))['bookmarks']).toEqual([{ code: first, at: 5 }]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    expect((await storedRecords(page))['bookmarks']).toEqual([]);
    await page.getByRole('button', { name: 'Delete snapshots…' }).click();
    await page.getByRole('button', { name: 'Delete snapshots', exact: true }).click();
    await page.getByText('Snapshots deleted. Your progress is unchanged.').waitFor();
    await page.getByText('No snapshots yet.').waitFor();
    expect((await storedRecords(page))['snapshots']).toEqual([]);
  });
});
