import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/domain/progress/records.ts';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { fileFrom } from '../practice/progress-steps.ts';
import { useStoreTabs } from '../records/store-steps.ts';
import { frameScript } from '../support/browser.ts';
import { itNightly } from '../support/it-nightly.ts';
import { storedRecords, storedText } from '../support/stored-records.ts';
import { a, b, d, level, openPanel, site, slugOf, study, tabTo, titleOf } from './set-steps.ts';

const { open, load } = useStoreTabs();

async function openSaved(page: Page): Promise<void> {
  await page.goto(`${site}saved/`);
  await page.locator('saved-room[data-ready]').waitFor();
}

async function openWith(
  page: Page,
  { notes = [], bookmarks = [] }: Partial<Pick<Progress, 'notes' | 'bookmarks'>>,
): Promise<void> {
  await load(page);
  await page.evaluate(
    async (records) => {
      for (const note of records.notes) await window.store.put('notes', note);
      for (const bookmark of records.bookmarks) await window.store.put('bookmarks', bookmark);
    },
    { notes, bookmarks },
  );
  await openSaved(page);
}

const bookmark = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^Saved?: ${RegExp.escape(title)}`) });
const note = (page: Page, title: string) =>
  page.getByRole('textbox', { name: `Private note on ${title}` });
const savedCodes = async (page: Page) =>
  (await storedRecords(page))['bookmarks']?.map(({ code }) => code);
const saved = (page: Page) => page.getByText('Saved on this device.');

describe('a saved question or note', () => {
  it('is still there after a reload, on its page and in one place, and is saved when the page is closed in the middle of typing', async () => {
    const { page, errors } = await open();
    const field = await openPanel(page, slugOf(b));
    await field.fill('Name a resource.\n<b>Then</b> the token.');
    await saved(page).waitFor();
    // Saving a note doesn't also save its question.
    expect(await savedCodes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved', pressed: true }).waitFor();
    const again = await openPanel(page, slugOf(b));
    // The button says so only once the record is stored.
    expect(await savedCodes(page)).toEqual([b]);
    expect(await again.inputValue()).toBe('Name a resource.\n<b>Then</b> the token.');
    await again.fill('<b>Half a thou');
    const all = page.getByRole('link', { name: 'All saved questions and notes' });
    expect(await all.getAttribute('href')).toBe('/saved/');
    // Clicking the link would blur the field first, which would save the note.
    await openSaved(page);
    await page.getByText('1 saved question and 1 note').waitFor();
    expect(await note(page, titleOf(b)).inputValue()).toBe('<b>Half a thou');
    expect(await bookmark(page, titleOf(b)).getAttribute('aria-pressed')).toBe('true');
    expect(errors).toEqual([]);
  });

  itNightly('disappears when the note is emptied and the question is no longer saved', async () => {
    const { page } = await open();
    const field = await openPanel(page, slugOf(b));
    await field.fill('A thought');
    await saved(page).waitFor();
    await field.fill('');
    await page.getByText('The note was removed.').waitFor();
    // The button works without the study data.
    await page.route('**/data/study.json', () => {});
    await page.goto(`${site}questions/${slugOf(b)}/`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => storedText(page, 'saved')).toBe(`1 ${b}`);
    expect(await savedCodes(page)).toEqual([b]);
    await page.unroute('**/data/study.json');
    await page.getByRole('button', { name: 'Saved', exact: true }).click();
    await page.getByRole('button', { name: 'Save', pressed: false }).waitFor();
    await expect.poll(() => savedCodes(page)).toEqual([]);
    await openSaved(page);
    await page.getByText('Nothing saved yet.').waitFor();
  });

  itNightly('can be reached by keyboard alone, and axe finds nothing', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/${slugOf(b)}/`);
    await tabTo(page, 'Note');
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    await tabTo(page, 'Add to a new set');
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: 'Open the set (1 question)' }).waitFor();
    expect(await axeFindings(page, '.question-band', 'question-panel')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Note', exact: true, expanded: false }).waitFor();
    expect(await page.locator('[data-note]:focus').count()).toBe(1);
    expect(await page.locator('question-panel').isVisible()).toBe(false);
  });
});

describe('a note in two tabs', () => {
  it('shows the new text where nothing was typed, keeps both versions if both tabs changed the text, and says so', async () => {
    const { page } = await open();
    const field = await openPanel(page, slugOf(b));
    const other = await page.context().newPage();
    await other.clock.install();
    const otherField = await openPanel(other, slugOf(b));
    // Autosave waits until the clock advances or the field loses focus.
    await other.clock.pauseAt(Date.now() + 60_000);
    await field.fill('From the first tab');
    await field.blur();
    await other.getByText('This note was changed in another tab.').waitFor();
    expect(await otherField.inputValue()).toBe('From the first tab');
    await otherField.fill('Mine');
    await field.fill('Theirs');
    await field.blur();
    await other.getByText('We saved both versions, yours on top.').waitFor();
    const both = /^Mine\n— Other version, saved \S+ —\nTheirs$/;
    expect(await otherField.inputValue()).toMatch(both);
    expect(await otherField.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(4);
    await otherField.pressSequentially('!');
    await other.clock.runFor(1000);
    await saved(other).waitFor();
    await page.getByText('Here is the new text.').waitFor();
    expect(await field.inputValue()).toMatch(/^Mine!\n— .* —\nTheirs$/);
  });
});

describe('full or blocked storage', () => {
  it('shows a message, keeps typed text on the page, and saves it later', async () => {
    const { page } = await open();
    const field = await openPanel(page, slugOf(b));
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given: [unknown]) {
        if (document.title === 'full') throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, given);
      };
      document.title = 'full';
    });
    await field.fill('A thought');
    await page.getByText('Not saved. What you typed is still here.').waitFor();
    await page.getByRole('alert').getByText('the browser is out of space').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => field.inputValue()).toBe('A thought');
    await page.evaluate(() => {
      document.title = 'room again';
    });
    await field.focus();
    await field.blur();
    await saved(page).waitFor();
  });

  it('is explained, and the question stays unsaved', async () => {
    const { page, errors } = await open();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    });
    await page.goto(`${site}questions/${slugOf(b)}/`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText('doesn’t let the guide save anything').waitFor();
    await page.getByRole('button', { name: 'Save', pressed: false }).waitFor();
    await openSaved(page);
    await page.getByText('Nothing saved yet.').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('saved questions and notes', () => {
  it('are in guide order, and removed ones stay in place until the page is closed', async () => {
    const { page } = await open();
    const codes = study.questions.slice(0, 4).map(({ code }) => code);
    const [first = '', , third = '', fourth = ''] = codes;
    await openWith(page, {
      bookmarks: [
        { code: fourth, at: 1 },
        { code: first, at: 2 },
      ],
      notes: [{ code: third, text: 'A note', at: 1 }],
    });
    const titles = [first, third, fourth].map(titleOf);
    expect(await page.locator('saved-room .entries > li > a').allTextContents()).toEqual(titles);
    await bookmark(page, titleOf(first)).click();
    await page.getByText('1 saved question and 1 note').waitFor();
    expect(await page.locator('saved-room .entries > li > a').allTextContents()).toEqual(titles);
    await page.getByRole('button', { name: `Add a note: ${titleOf(fourth)}` }).click();
    await page.keyboard.type('Begun here');
    await page.getByText('1 saved question and 2 notes').waitFor();
    await openSaved(page);
    expect(await page.locator('saved-room .entries > li > a').allTextContents()).toEqual(
      titles.slice(1),
    );
  });

  it('can be practiced, are downloaded as Markdown that shows notes as they were typed, and can become a set', async () => {
    const { page } = await open();
    await openWith(page, {
      bookmarks: [
        { code: b, at: 1 },
        { code: a, at: 1 },
      ],
      notes: [{ code: b, text: '# One\n<script>', at: 1 }],
    });
    const href = (name: string) =>
      page.getByRole('link', { name, exact: true }).getAttribute('href');
    expect(await href('Practice saved questions')).toBe('/practice/#1.bookmarked');
    expect(await href(`Practice: ${titleOf(b)}`)).toBe(`/practice/#1.question.${b}`);
    const { name, text } = await fileFrom(page, 'Download notes (Markdown)');
    expect(name).toBe('interview-notes.md');
    expect(text).toContain(`<${site}questions/${slugOf(b)}/>`);
    expect(text).toContain('> \\# One\\\n> \\<script\\>\n');
    await page.getByRole('link', { name: 'Build a set from saved questions' }).click();
    await page.locator('set-room[data-ready]').waitFor();
    expect(await page.locator(':is(.set-list, .question-order) a').allTextContents()).toEqual(
      [a, b].map(titleOf),
    );
  });

  it('are listed with the reason when the guide no longer has their questions, and axe finds nothing', async () => {
    const { page } = await open();
    await page.route('**/data/study.json', (route) => {
      const retired = [{ code: 'zzz', on: '2026-12-01', because: 'Merged.', instead: b }];
      return route.fulfill({ json: { ...study, book: { ...study.book, retired } } });
    });
    await openWith(page, {
      bookmarks: [
        { code: 'qqq', at: 1 },
        { code: a, at: 1 },
      ],
      notes: [
        { code: d, text: 'A note', at: 1 },
        { code: 'zzz', text: 'Still mine', at: 1 },
        { code: 'qqq', text: 'Mine too', at: 1 },
      ],
    });
    await page.getByRole('heading', { name: 'No longer in the guide' }).waitFor();
    await page.getByText('Question zzz was removed on December 1, 2026: Merged.').waitFor();
    await page.getByRole('link', { name: titleOf(b) }).waitFor();
    await page.getByText('This guide has no question with the code qqq.').waitFor();
    expect(await note(page, 'the question zzz').inputValue()).toBe('Still mine');
    expect(await note(page, 'the question qqq').inputValue()).toBe('Mine too');
    expect(await axeFindings(page, 'main')).toEqual([]);
  });

  itNightly('can be filtered by words when there are many', async () => {
    const { page } = await open();
    const notes = study.questions.slice(0, 12).map(({ code }, place) => ({
      code,
      text: `Thought ${place === 7 ? 'needle' : place}`,
      at: 1,
    }));
    await openWith(page, { notes });
    const filter = page.getByRole('searchbox', { name: 'Filter by words' });
    await filter.fill('NEEDLE');
    await page.getByText('1 of 12 shown.').waitFor();
    const field = page.locator('saved-room textarea');
    expect(await field.inputValue()).toBe('Thought needle');
    await field.fill('Without the word');
    await saved(page).waitFor();
    expect(await field.inputValue()).toBe('Without the word');
    await filter.fill('');
    expect(await page.locator('saved-room textarea').count()).toBe(12);
  });
});

describe('pages that are only read', () => {
  it('load no study code and little else, until a button is pressed', async () => {
    for (const [path, button, loaded] of [
      [`questions/${slugOf(b)}/`, 'Note', 'question-panel'],
      [`levels/${level}/`, 'Build a set', '.picker-bar'],
    ] as const) {
      const { page, requests } = await open();
      await page.goto(site + path);
      await frameScript(page);
      const scripts = requests.filter((address) => address.endsWith('.js'));
      const bodies = await Promise.all(
        scripts.map(async (address) => Buffer.from(await (await fetch(address)).arrayBuffer())),
      );
      const sizes = bodies.map((body) => gzipSync(body, { level: 9 }).length);
      expect(
        sizes.reduce((sum, size) => sum + size, 0),
        path,
      ).toBeLessThan(9200);
      expect(requests.filter((address) => address.includes('/data/'))).toEqual([]);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.locator(loaded).waitFor();
      expect(requests.filter((address) => address.endsWith('/data/study.json'))).toHaveLength(1);
    }
  });
});
