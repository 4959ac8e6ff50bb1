import { describe, expect, it } from 'vitest';
import {
  validContent,
  withChange,
  withDoc,
  withSource,
} from '../../../tests/examples/valid-content.ts';
import { type ContentFiles, checkContent } from './check-content.ts';
import { formatIssue } from './issue.ts';

const content = validContent(9);

function messages(files: ContentFiles): string[] {
  const { issues } = checkContent(files);
  return issues.filter(({ kind }) => kind !== 'level-count').map(formatIssue);
}

function inPage(from: string | RegExp, to: string): ContentFiles {
  return withChange(content, 7, (text) => text.replace(from, to));
}

describe('plain American English', () => {
  it.each([
    [
      'a straight apostrophe',
      inPage('What the interviewer', "What can't"),
      "question-7.mdx:60:9  this quotation mark or apostrophe is straight. Expected “ ” or ’, found “'”. Fix: write “ ” or ’. (quotation-mark)",
    ],
    [
      'one in front matter',
      inPage('What a one sounds', "What one can't"),
      ':19:23  this quotation mark',
    ],
    [
      'an escaped quote',
      inPage('"A sentence that gives it away."', '"A \\"sentence\\" of it."'),
      '(quotation-mark)',
    ],
    [
      'one in single quotes',
      inPage('"A sentence that gives it away."', "'A sentence that can''t be.'"),
      '(quotation-mark)',
    ],
    [
      'a comma after a quote',
      inPage('What the interviewer', 'Say “so”, and the interviewer'),
      ':60:8  the comma or period follows the quote. Expected the period or comma inside the quotation marks',
    ],
    [
      'a British spelling',
      inPage('What the interviewer', 'The centre'),
      ':60:5  this is a British spelling. Expected “center”, found “centre”. Fix: write “center”. (british-spelling)',
    ],
    ['a phrase', inPage('What the interviewer', 'Somebody'), '(unplain-wording)'],
    [
      'a short date',
      inPage('What the interviewer', 'On 2026-11-24'),
      ':60:4  this date is in another format than all others. Expected “November 24, 2026”',
    ],
    [
      'one in a record',
      withSource(content, 'says: "What it says', 'says: "What it organises'),
      'law-one.yaml:7:16  this is a British spelling. Expected “organizes”',
    ],
    ['one on a companion page', withDoc(content, "It can't."), 'about.md:7:7  this quotation mark'],
  ])('refuses %s', (_, files, message) => {
    const found = messages(files);
    expect(new Set(found.map((line) => line.split(':')[0])).size).toBe(1);
    expect(found[0]).toContain(message);
  });

  it('leaves code, data, and the titles of sources alone', () => {
    expect(messages(inPage('What the interviewer', 'What `"2026-11-24"` the interviewer'))).toEqual(
      [],
    );
    expect(messages(inPage('  - first alias', '  - "colour, patient\'s"'))).toEqual([]);
    expect(messages(withSource(content, 'The title of', "The centre's title of"))).toEqual([]);
  });
});
