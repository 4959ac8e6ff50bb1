import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importReport, rejectedLine } from '../../src/domain/progress/import-report.ts';
import { mergeChanges } from '../../src/domain/progress/merge.ts';
import {
  readProgressFile,
  writeProgressFile,
  writeUnreadableFile,
} from '../../src/domain/progress/progress-file.ts';
import { countRecords, noProgress } from '../../src/domain/progress/record-lists.ts';
import { arbitraryProgress } from '../examples/arbitrary-progress.ts';
import { always, endsSoon, longTexts, mutated, nastyText } from './fuzz.ts';

const written = fc
  .tuple(arbitraryProgress, fc.nat())
  .map(([progress, now]) => writeProgressFile(progress, now));

/** JSON text that is known to break parsers. Some of it can't come from `JSON.stringify`. */
const nastyJson = fc.oneof(
  nastyText.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(
    ...['1e999', '-1e999', '-0', '1e-400', '9007199254740993', '1.7976931348623157e308', 'null'],
    ...['"\\ud800"', '"\\u0000"', '{"__proto__":{"at":1}}', '{"constructor":{"prototype":1}}'],
    ...['[]', '{}', '[[[[[[]]]]]]', '{"a":1,"a":2}', '"<img src=x onerror=alert(1)>"', 'true'],
  ),
);

const withOtherValue = fc.tuple(written, fc.nat(), nastyJson).map(([text, place, json]) => {
  const values = [
    ...text.matchAll(/(?<=[:[,])("[^"\\]*"|-?\d[\d.e+-]*|null|true|false|\[\]|\{\})(?=[,\]}])/g),
  ];
  const value = values[place % values.length];
  if (value === undefined) return text;
  return text.slice(0, value.index) + json + text.slice(value.index + value[0].length);
});

/** A file with an extra entry in one of its lists or objects. */
const withMore = fc
  .tuple(written, fc.nat(), nastyText, nastyJson)
  .map(([text, place, key, json]) => {
    const openings = [...text.matchAll(/[[{](?=["{[])/g)];
    const opening = openings[place % openings.length];
    if (opening === undefined) return text;
    const more = opening[0] === '{' ? `${JSON.stringify(key)}:${json},` : `${json},`;
    return text.slice(0, opening.index + 1) + more + text.slice(opening.index + 1);
  });

/** Counts the records and the unknown fields in a file, without the parser under test. */
function countInFile(text: string): number {
  const {
    format: _,
    version: __,
    exportedAt: ___,
    progress,
    ...foreign
  } = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  const lists = Object.values(progress as Record<string, unknown>);
  const inLists = lists.reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 1),
    0,
  );
  return inLists + Object.keys(foreign).length;
}

it('a progress file is read record by record, each accepted or rejected with its problem', () => {
  always(fc.oneof(written, withOtherValue, withMore, mutated(written), nastyText), (text) => {
    const parsed = readProgressFile(text);
    if ('problem' in parsed) {
      expect(parsed.problem).toMatch(
        /^This file [\w ,.’]+\.$|^This isn’t [\w ]+\.$|^There is [\w ]+\.$/,
      );
      return;
    }
    const { progress, rejected, exportedAt } = parsed.value;
    expect(countRecords(progress) + rejected.length).toBe(countInFile(text));
    for (const { problem } of rejected) expect(problem).not.toBe('');
    expect(exportedAt === null || !Number.isNaN(new Date(exportedAt).getTime())).toBe(true);
    const again = writeProgressFile(progress, exportedAt ?? 0);
    const second = readProgressFile(again);
    expect('value' in second && second.value.rejected).toEqual([]);
    expect('value' in second && writeProgressFile(second.value.progress, exportedAt ?? 0)).toBe(
      again,
    );
    expect(({} as { at?: unknown }).at).toBeUndefined();
    expect(importReport(progress, mergeChanges(noProgress, progress)).length).toBeLessThan(400);
    expect(rejected.every((one) => rejectedLine(one).length < 260)).toBe(true);
    const unreadable = writeUnreadableFile(rejected, 0);
    const third = readProgressFile(unreadable);
    // Values that JSON can't represent are written as strings, which can make a record valid, such
    // as one with the name 1e999.
    const count =
      'value' in third ? third.value.rejected.length + countRecords(third.value.progress) : 0;
    // If several records have the same key, only the first one counts.
    const twice = rejected.filter((one) => one.problem.startsWith('there is another')).length;
    expect(count).toBeGreaterThanOrEqual(rejected.length - twice);
  });
});

it('long and deep texts do not slow it down', () => {
  const envelope = (progress: string): string =>
    `{"format":"ai-healthtech-interview-guide/progress","version":1,"progress":${progress}}`;
  const deep = (size: number): string => '['.repeat(size) + ']'.repeat(size);
  const keys = Array.from({ length: 300_000 }, (_, index) => `"k${index}":0`).join();
  const texts = [
    ...longTexts,
    ...longTexts.map((text) => envelope(JSON.stringify({ notes: [{ code: '8d8', text, at: 1 }] }))),
    ...[10_000, 1_000_000].map((size) => envelope(`{"cards":${deep(size)}}`)),
    ...[10_000, 1_000_000].map((size) => envelope(`{"cards":[${deep(size)}]}`)),
    envelope(`{${keys}}`),
    envelope(`{"cards":[{${keys}}]}`),
    envelope(`{"cards":[${'0,'.repeat(150_000)}0]}`),
    envelope(`{"bookmarks":[${'{"code":"8d8","at":1},'.repeat(150_000)}0]}`),
  ];
  for (const text of texts) {
    endsSoon(text.slice(0, 120), () => {
      const parsed = readProgressFile(text);
      if ('value' in parsed) {
        importReport(parsed.value.progress, mergeChanges(noProgress, parsed.value.progress));
        writeUnreadableFile(parsed.value.rejected.slice(0, 1000), 0);
      }
    });
  }
});
