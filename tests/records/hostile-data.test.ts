import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, inject, it, onTestFinished } from 'vitest';
import { storageKeys } from '../../src/browser/storage-keys.ts';
import { settings } from '../../src/guide-settings.ts';
import {
  importFile,
  inNewYork,
  openProgress,
  openTab,
  realProgress,
} from '../practice/progress-steps.ts';
import { subject } from '../search/search-steps.ts';
import { openPanel, study } from '../sets/set-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { keyOf, storedRecords, writeRaw } from '../support/stored-records.ts';
import { expectUntouched, mainText, payloads, watch } from './hostile-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const question = study.questions[0];
const { code = '', slug = '' } = question ?? {};

/** Pages that read stored data, each with an element for which the test waits. */
const pages = [
  ['', 'h1'],
  [`questions/${slug}/`, 'h1'],
  ['practice/', 'practice-room[data-ready]'],
  ['mock/', 'mock-room[data-ready]'],
  ['set/', 'set-room[data-ready]'],
  ['saved/', 'saved-room[data-ready]'],
  [`search/?q=${subject}`, 'ol.results[aria-busy="false"]'],
  ['progress/', 'progress-room[data-ready]'],
] as const;

const texts = [
  payloads[0],
  '{"version":1,"__proto__":{"at":1},"constructor":{"prototype":{"at":1}}}',
  JSON.stringify({
    version: 1,
    searches: payloads,
    code: payloads[0],
    text: payloads[1],
    at: 1e300,
    link: payloads[0],
  }),
  `1.${code}.PGltZyBzcmM9eCBvbmVycm9yPXJhbigpPg`,
  '['.repeat(200_000),
];

/** Opens the progress page as a reader who has practiced. Also returns the stored data. */
async function openWithProgress() {
  const opened = await open(inNewYork);
  const { page } = opened;
  await watch(opened);
  await openProgress(page);
  for (const [store, records] of Object.entries(realProgress())) {
    await writeRaw(page, store, records);
  }
  return { opened, page, before: await storedRecords(page) };
}

// Each run stores the strings under different keys.
const turns = sampled([...texts.keys()], 1);
it.each(turns)(
  'hostile records in IndexedDB and texts in localStorage are skipped or shown as text, break no page, and the rest load (turn %i)',
  async (turn) => {
    const { opened, page, before } = await openWithProgress();
    await page.evaluate(
      (entries) => {
        for (const [key, text] of entries) localStorage.setItem(key, text);
      },
      Object.keys(storageKeys).map(
        (key, index) =>
          [
            keyOf(key as keyof typeof storageKeys),
            texts[(index + turn) % texts.length] ?? '',
          ] as const,
      ),
    );
    const bad = payloads.map((text, index) => ({
      code: `x${index}`,
      text,
      at: text,
      [text]: text,
    }));
    await writeRaw(page, 'bookmarks', bad);
    await writeRaw(page, 'notes', [
      { code, text: payloads.join('\n'), at: 1 },
      { code: '__proto__', text: 'x', at: 1 },
      { code: 'constructor', text: payloads[0], at: Number.NaN },
    ]);
    await writeRaw(page, 'cards', [
      { id: payloads[0], due: Number.POSITIVE_INFINITY, '<b>': { deep: payloads } },
    ]);
    await writeRaw(page, 'mocks', [{ id: 'mock-9999', link: payloads[6], at: 1, questions: [] }]);
    const stored = await storedRecords(page);
    for (const [path, ready] of sampled(pages, 4)) {
      await page.goto(site + path);
      await page.locator(ready).first().waitFor();
      await expectUntouched(opened);
    }
    expect(await mainText(page)).toMatch(/We couldn’t read \d+ saved records/);
    const after = await storedRecords(page);
    // Nothing was deleted, not even unreadable data.
    expect(after).toEqual(stored);
    for (const store of ['cards', 'reviews', 'bookmarks', 'settings'] as const) {
      expect(after[store]).toEqual(expect.arrayContaining(before[store] ?? []));
    }
    expect(after['notes']).toContainEqual({ code, text: payloads.join('\n'), at: 1 });
    const field = await openPanel(page, slug);
    expect(await field.inputValue()).toContain(payloads[0]);
    await expectUntouched(opened);
  },
);

const format = `${settings.id}/progress`;
const envelope = (progress: string): string =>
  `{"format":"${format}","version":1,"exportedAt":1e300,"progress":${progress}}`;
const manyKeys = Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":0`).join();
const files: [what: string, text: string | Buffer, message: RegExp][] = [
  ['of more than 20 MB', ' '.repeat(20_000_001), /too large/],
  [
    'of 20 MB of nothing',
    envelope(`{"notes":["${'x'.repeat(19_000_000)}"]}`),
    /1 record in the file can’t be read/,
  ],
  [
    'that is a zip',
    Buffer.from(zipSync({ 'progress.json': Buffer.from(envelope('{}')) })),
    /isn’t a progress file/,
  ],
  ['with a million keys', envelope(`{${manyKeys}}`), /too large/],
  [
    'with a record of a million keys',
    envelope(`{"notes":[{${manyKeys}}]}`),
    /1 record in the file can’t be read/,
  ],
  [
    'with HTML in its records',
    envelope(
      JSON.stringify({
        notes: payloads.map((text) => ({ code: text, text, at: text })),
        [payloads[0]]: [payloads[1]],
      }),
    ),
    /9 records in the file can’t be read/,
  ],
  [
    'nested a million levels deep',
    envelope(`{"notes":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}`),
    /1 record in the file can’t be read/,
  ],
  [
    'with keys of prototypes',
    envelope('{"__proto__":[{"at":1}],"constructor":{"prototype":{"at":1}}}'),
    /2 records in the file can’t be read/,
  ],
  [
    'with numbers beyond numbers',
    envelope(`{"bookmarks":[{"code":"${code}","at":1e999},{"code":"${code}","at":-0.5}]}`),
    /2 records in the file can’t be read/,
  ],
  ['cut in the middle', envelope('{"notes":[{"code').slice(0, -1), /isn’t a progress file/],
  [
    'of half characters',
    envelope('{"notes":[{"code":"\\ud800","text":"\\udc00","at":1}]}'),
    /1 record in the file can’t be read/,
  ],
];

it('hostile files are refused or read record by record, and no existing data is lost', async () => {
  const { opened, page, before } = await openWithProgress();
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // The browser reads the file from disk, because sending it twenty megabytes is slower.
  const file = join(folder, `${payloads[0]}.json`);
  await openTab(page, 'Data');
  for (const [what, content, message] of sampled(files, 3)) {
    writeFileSync(file, content);
    await page.locator('#import-file').setInputFiles(file);
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
    const notice = page.locator('#import-notice p');
    await confirm.or(notice).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await page.locator('progress-room').getByText(message).first().waitFor();
    await expectUntouched(opened);
    expect((await storedRecords(page))['cards'], what).toEqual(before['cards']);
  }
  const note = { code, text: payloads.join('\n'), at: 1_795_550_400_001 };
  await importFile(page, envelope(JSON.stringify({ notes: [note] })));
  await expectUntouched(opened);
  const after = await storedRecords(page);
  expect(after['reviews']).toEqual(before['reviews']);
  expect(after['notes']).toEqual([note]);
});
