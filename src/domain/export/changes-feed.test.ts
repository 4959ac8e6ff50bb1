import { expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { pathsBelow } from '../links/paths.ts';
import { changesFeed } from './changes-feed.ts';
import type { ExportedFile, ExportSource } from './export.ts';

const content = validContent();
const [first, ...others] = content.sources;
const text = `${first?.text}changed: { on: 2026-11, what: "The law was amended." }\n`;
const { guide } = checkContent({
  ...content,
  sources: first === undefined ? [] : [{ ...first, text }, ...others],
});

it('the feed of a question lists some of the questions that a change touches, that of all lists all', () => {
  const source = { guide, paths: pathsBelow('/'), origin: 'https://guide.example' };
  const [all, one] = [...(changesFeed.make(source as ExportSource) as Iterable<ExportedFile>)];
  const count = guide?.questions.length ?? 0;
  expect(count).toBeGreaterThan(25);
  expect(String(all?.content).match(/&lt;li&gt;/g)).toHaveLength(count);
  expect(String(one?.content).match(/&lt;li&gt;/g)).toHaveLength(26);
  expect(one?.content).toContain(`${count - 25} more&lt;/a&gt;`);
});
