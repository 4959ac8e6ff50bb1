import { describe, expect, it } from 'vitest';
import { writeProgressFile } from '../../src/domain/progress/progress-file.ts';
import { noProgress } from '../../src/domain/progress/record-lists.ts';
import { settings, storage } from '../../src/guide-settings.ts';
import { withLaterRecords } from '../examples/later-fields.ts';
import {
  chooseFile,
  fileFrom,
  importFile,
  importProgress,
  inNewYork,
  now,
  openData,
  openTab,
  realProgress,
  study,
} from '../practice/progress-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { keyOf, storedRecords, writeRaw } from '../support/stored-records.ts';

const open = useBrowser();
const [first, second] = study.questions.map(({ code }) => code);
/** Each record has a field that only a later version of the guide knows. */
const here = withLaterRecords(realProgress(), { list: [{ of: 'objects' }, 1, null] });

/** Returns the content of a file without its timestamp. */
const contentOf = (text: string): unknown => (JSON.parse(text) as { progress: unknown }).progress;

const contentHere = contentOf(writeProgressFile(here, now));

/** Progress from another device, with a note on one of the same questions and one more bookmark. */
const other = {
  ...noProgress,
  notes: [{ code: first ?? '', text: 'Name the group first.', at: now - 5 }],
  bookmarks: [{ code: first ?? '', at: now - 5 }],
};

async function filled() {
  const { page, errors } = await open(inNewYork);
  await openData(page);
  await importProgress(page, here);
  return { page, errors };
}

describe('an unreadable saved record', () => {
  it('is reported at every visit, stays where it is, can be downloaded, and can be deleted', async () => {
    const { page, errors } = await open(inNewYork);
    await openData(page);
    const [card] = here.cards;
    const broken = { ...card, id: 'question:zzz', stability: Number.NaN };
    const hostile = { id: 7, name: '<img src=x onerror=alert(1)>' };
    const later = { code: second, text: 'x', at: -1, '<b>': { deep: [1] } };
    await writeRaw(page, 'cards', [...here.cards, broken, hostile]);
    await writeRaw(page, 'notes', [later]);
    const stored = await storedRecords(page);
    const alert = page
      .getByRole('alert')
      .getByText('We couldn’t read 3 saved records. Everything else is safe.');
    for (const _ of ['first', 'second']) {
      await openData(page);
      await alert.waitFor();
    }
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'hidden' });
    await page.getByText('Cards: id, due, stability, and 7 more are missing or wrong').waitFor();
    await page.getByText('Cards: stability is missing or wrong').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await storedRecords(page)).toEqual(stored);
    const { name, text } = await fileFrom(page, 'Download records');
    expect(name).toBe('unreadable-records.json');
    expect(JSON.parse(text)).toMatchObject({
      format: `${settings.id}/progress`,
      version: 1,
      progress: {
        cards: [{ id: 7 }, { id: 'question:zzz', stability: 'NaN' }],
        notes: [later],
      },
    });
    await page.getByRole('button', { name: 'Delete records…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 3 unreadable records?' });
    await dialog.getByRole('button', { name: 'Delete records' }).click();
    await page.getByText('Unreadable records deleted.').waitFor();
    await page.getByRole('heading', { name: 'Unreadable records' }).waitFor({ state: 'detached' });
    // The focused button was removed, so the focus moves to the message.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('unreadable-notice');
    expect((await storedRecords(page))['cards']).toHaveLength(here.cards.length);
    expect((await storedRecords(page))['notes']).toEqual([]);
    // The reader would import that file in a version that can read the records. Here, the test
    // repairs the file.
    const repaired = text.replace('"at":-1', '"at":1');
    expect(await importFile(page, repaired)).toContain('Notes: 1 added.');
    await page.getByText('2 records in the file can’t be read:').waitFor();
    expect((await storedRecords(page))['notes']).toEqual([{ ...later, at: 1 }]);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    expect(await page.getByText('records in the file can’t be read').count()).toBe(0);
    expect((await storedRecords(page))['notes']).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('isn’t overwritten by what the reader saves; the page says so, and saves once it is deleted', async () => {
    const { page } = await open(inNewYork);
    await openData(page);
    const broken = { id: 'settings', interviewOn: 'soon', later: 1 };
    await writeRaw(page, 'settings', [broken]);
    await openData(page);
    const save = async () => {
      await page.evaluate(() => {
        location.hash = 'plan';
      });
      await page.getByRole('button', { name: 'Save this plan' }).click();
    };
    await save();
    await page.locator('plan-form .trouble', { hasText: 'can’t be read' }).waitFor();
    expect((await storedRecords(page))['settings']).toEqual([broken]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await openTab(page, 'Data');
    await page.getByRole('button', { name: 'Delete records…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete records' }).click();
    await page.getByText('Unreadable records deleted.').waitFor();
    await save();
    await page.getByText('Your plan is saved.').waitFor();
    expect((await storedRecords(page))['settings']).toMatchObject([{ id: 'settings', bell: true }]);
  });
});

describe('browser storage', () => {
  it('is reported when it is blocked, and the page still works', async () => {
    const { page, errors } = await open(inNewYork);
    await page.addInitScript((prefix) => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
      const getItem = Storage.prototype.getItem;
      Storage.prototype.getItem = function (key) {
        if (key.startsWith(prefix)) throw new DOMException('no', 'SecurityError');
        return getItem.call(this, key);
      };
    }, `${storage}-`);
    await openData(page);
    await page.getByText('nothing will be saved').first().waitFor();
    await page.getByRole('link', { name: 'Start practicing' }).waitFor();
    await importFile(page, writeProgressFile(other, now));
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
    });
    await openData(page);
    const ask = page.getByRole('button', { name: 'Ask the browser to keep my data' });
    await ask.click();
    await page.getByText('Your browser didn’t agree this time.').waitFor();
    await ask.click();
    await page.getByText('Your browser will keep your data.').waitFor();
    expect(await ask.count()).toBe(0);
  });
});

describe('a file', () => {
  it('is refused with a message if it isn’t a progress file, and before it is read if it is far too large', async () => {
    const { page, errors } = await open(inNewYork);
    await openData(page);
    const format = `"format":"${settings.id}/progress"`;
    const alert = page.locator('#import-notice [role=alert]');
    for (const [text, message] of [
      ['{"format":"other"}', 'This isn’t a progress file from this guide.'],
      [`{${format},"version":99,"progress":{}}`, 'comes from a newer version of the guide'],
    ] as const) {
      await chooseFile(page, text, 'x<b>.json');
      await alert.filter({ hasText: `x<b>.json: ` }).filter({ hasText: message }).waitFor();
    }
    expect(Object.values(await storedRecords(page)).flat()).toEqual([]);
    await page.evaluate(() => {
      File.prototype.text = () => Promise.reject(new Error('It was read.'));
      Object.defineProperty(File.prototype, 'size', {
        configurable: true,
        get: () => 20_000_001,
      });
    });
    await chooseFile(page, 'x', 'film.json');
    await alert.filter({ hasText: 'too large' }).waitFor();
    await page.evaluate(() => Object.defineProperty(File.prototype, 'size', { get: () => 1 }));
    await chooseFile(page, 'x', 'gone.json');
    await alert.filter({ hasText: 'gone.json: We couldn’t open this file.' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is imported by keyboard after a question, which offers an export, says what it did, and can be undone', async () => {
    const { page } = await filled();
    await chooseFile(page, writeProgressFile(other, now));
    const dialog = page.getByRole('dialog', { name: 'Import progress.json?' });
    await dialog.getByText('The file has 2 records, exported on Nov 24, 2026, 10:00 AM.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('#import-file:focus').waitFor();
    expect((await storedRecords(page))['bookmarks']).toHaveLength(1);
    await chooseFile(page, writeProgressFile(other, now));
    // The focus starts on "Cancel."
    await dialog.locator('button:focus').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page
      .getByText('Imported progress.json. Notes: 1 replaced. Bookmarks: 1 added.')
      .waitFor();
    const { notes, bookmarks } = await storedRecords(page);
    expect(bookmarks).toHaveLength(2);
    expect(notes).toEqual(other.notes);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Undone. Everything is as it was before.').waitFor();
    expect(contentOf((await fileFrom(page, 'Export to a file')).text)).toEqual(contentHere);
    // Importing what is already stored changes nothing. If the reader chooses to export first, the
    // import follows.
    expect(await importFile(page, writeProgressFile(here, now))).toContain('Nothing changed');
    await chooseFile(page, writeProgressFile(other, now));
    await page.getByRole('dialog').waitFor();
    const { text } = await fileFrom(page, 'Export first, then import');
    expect(contentOf(text)).toEqual(contentHere);
    await page.getByText('Imported progress.json.').waitFor();
    expect((await storedRecords(page))['notes']).toEqual(other.notes);
  });
});

describe('all data', () => {
  it('can be deleted, including what is unreadable, after an offer to export it', async () => {
    const { page } = await filled();
    await writeRaw(page, 'notes', [{ code: second, text: 5 }]);
    await page.evaluate((texts) => Object.assign(localStorage, texts), {
      [keyOf('set')]: '1.8d8.Mine',
      [keyOf('session')]: 'x',
      [keyOf('letters')]: 'off',
      [keyOf('searches')]: '{"version":1,"searches":["kappa"]}',
      // Earlier versions of the guide used this key.
      'recent-searches': '{"version":1,"searches":["kappa"]}',
    });
    await openData(page);
    await page.getByRole('heading', { name: 'Unreadable records' }).waitFor();
    const button = page.getByRole('button', { name: 'Delete all data…' });
    await button.click();
    // The focus starts on "Cancel."
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await storedRecords(page))['cards']).toHaveLength(here.cards.length);
    await button.click();
    const { text } = await fileFrom(page, 'Export first, then delete');
    expect(contentOf(text)).toEqual(contentHere);
    await page.getByText('All your data was deleted.').waitFor();
    await page.getByRole('heading', { name: 'Your readiness starts with one answer' }).waitFor();
    expect(Object.values(await storedRecords(page)).flat()).toEqual([]);
    const stored = await page.evaluate(() => Object.keys(localStorage));
    const keys = stored.filter((key) => key.startsWith(`${storage}-`) || key === 'recent-searches');
    expect(keys).toEqual([keyOf('letters')]);
    expect(await importFile(page, text)).toContain(`Answers: ${here.reviews.length} added.`);
    expect(contentOf((await fileFrom(page, 'Export to a file')).text)).toEqual(contentHere);
  });
});
