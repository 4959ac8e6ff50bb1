import { describe, expect, it } from 'vitest';
import {
  codeAt,
  validContent,
  withChange,
  withDoc,
  withSource,
} from '../../../tests/examples/valid-content.ts';
import { type ContentFiles, checkContent } from './check-content.ts';
import { formatIssue } from './issue.ts';

const whole = validContent();
const content = validContent(9);
/** Returns the problems, except for levels with too few questions. */
const problems = (files: ContentFiles) =>
  checkContent(files).issues.filter(({ kind }) => kind !== 'level-count');
const messages = (files: ContentFiles): string[] => problems(files).map(formatIssue);

/** Replaces a text in the page of question 7. */
function broken(from: string | RegExp, to: string): ContentFiles {
  return withChange(content, 7, (text) => text.replace(from, to));
}

const inSource = (from: string, to: string) => withSource(content, from, to);

/** Returns a change for the front matter of a page. */
function change(on: string): string {
  return `  - on: "${on}"\n    what: "A fact that was corrected on this day."\n`;
}

const fourth =
  '  - criterion: "Fourth is judged"\n    one: "What a one sounds like."\n    three: "What a three sounds like."\n    five: "What a five sounds like."\n';

/** Returns a code listing with this many lines. */
function listing(language: string, lines: number): string {
  return `\`\`\`${language}\n${'line\n'.repeat(lines)}\`\`\``;
}

/** Each way of breaking a page, with the expected error. */
const breakages: [string, ContentFiles, string][] = [
  [
    'a misspelt key',
    broken('summary:', 'sumary:'),
    'src/content/questions/question-7.mdx:10:1  the key "sumary" is unknown. Expected "summary", found "sumary". Fix: rename it to "summary". (unknown-key)',
  ],
  [
    'an unknown key',
    broken('minutes: 2.5', 'minutes: 2.5\nimportance: high'),
    'src/content/questions/question-7.mdx:10:1  the key "importance" is unknown. Expected one of code, title, label, level, order, topics, jurisdictions, minutes, summary, short, aliases, related, factsCheckedOn, changes, rubric, calibration, redFlags, probes, oldSlugs, found "importance". Fix: remove it. (unknown-key)',
  ],
  [
    'a missing key',
    broken(/^minutes.*\n/m, ''),
    'src/content/questions/question-7.mdx:2:1  "minutes" is missing. Expected a number, found nothing. Fix: add `minutes:` with a number. (missing-key)',
  ],
  [
    'a wrong type',
    broken('order: 3', 'order: three'),
    'src/content/questions/question-7.mdx:6:8  "order" has the wrong type. Expected a number, found "three". Fix: write a number. (wrong-type)',
  ],
  [
    'a level outside the vocabulary',
    broken('level: intermediate', 'level: intermediat'),
    'src/content/questions/question-7.mdx:5:8  "level" has an unknown value. Expected "intermediate" or another allowed value, found "intermediat". Fix: write "intermediate". (wrong-value)',
  ],
  [
    'a topic outside the vocabulary',
    broken('[fhir, hipaa]', '[fhir, hippa]'),
    'src/content/questions/question-7.mdx:7:16  "topics.1" has an unknown value. Expected "hipaa" or another allowed value, found "hippa". Fix: write "hipaa". (wrong-value)',
  ],
  [
    'a topic named twice',
    broken('[fhir, hipaa]', '[fhir, fhir]'),
    'src/content/questions/question-7.mdx:7:9  "topics" has the wrong format. Expected a list without duplicates, found ["fhir","fhir"]. Fix: make it a list without duplicates. (wrong-value)',
  ],
  [
    'a summary that is too short',
    broken(/^summary.*$/m, 'summary: Short.'),
    'src/content/questions/question-7.mdx:10:10  "summary" is out of range. Expected at least 60 characters, found "Short.". Fix: make it at least 60 characters. (wrong-value)',
  ],
  [
    'a spoken time in odd fractions',
    broken('minutes: 2.5', 'minutes: 2.3'),
    'src/content/questions/question-7.mdx:9:10  "minutes" has the wrong format. Expected a multiple of 0.25, found 2.3. Fix: make it a multiple of 0.25. (wrong-value)',
  ],
  [
    'a label of one word',
    broken('label: Question 7', 'label: Question7'),
    'src/content/questions/question-7.mdx:4:8  "label" has the wrong format. Expected two to four words, found "Question7". Fix: make it two to four words. (wrong-value)',
  ],
  [
    'a code with a vowel',
    broken(/^code.*$/m, 'code: abc'),
    'src/content/questions/question-7.mdx:2:7  "code" has the wrong format. Expected three characters from 2-9 and bcdfghjkmnpqrstvwxz, found "abc". Fix: make it three characters from 2-9 and bcdfghjkmnpqrstvwxz. (wrong-value)',
  ],
  ['YAML that doesn’t parse', broken('title: "What', 'title: What is: "this'), 'bad-yaml'],
  [
    'a key written twice',
    broken('order: 3', 'order: 3\norder: 3'),
    'src/content/questions/question-7.mdx:7:1  the YAML doesn’t parse: Map keys must be unique. Expected valid YAML, found a syntax error here. Fix: keep one of the two keys. (bad-yaml)',
  ],
  [
    'no front matter',
    broken(/^---\n/, ''),
    'src/content/questions/question-7.mdx:1:1  the page has no front matter. Expected a first line of three hyphens, the keys, and a second line of three hyphens, found text. Fix: start the page with front matter, as in CONTRIBUTING.md. (no-front-matter)',
  ],
  [
    'a code that is taken',
    broken(/^code.*$/m, `code: ${codeAt(3)}`),
    'the code "2bf" isn’t the code of this page. Expected "2bk", as in src/content/code-ledger.yaml, found "2bf". Fix: write code: 2bk. (code-not-in-ledger)',
  ],
  [
    'a code that the ledger does not know',
    broken(/^code.*$/m, 'code: 9z9'),
    'src/content/questions/question-7.mdx:2:7  the code "9z9" isn’t the code of this page. Expected "2bk", as in src/content/code-ledger.yaml, found "9z9". Fix: write code: 2bk. (code-not-in-ledger)',
  ],
  [
    'a related question that does not exist',
    broken(/^related.*$/m, 'related: [9z9]'),
    'src/content/questions/question-7.mdx:15:11  no question has the code "9z9". Expected the code of another question, found "9z9". Fix: use a code from code-ledger.yaml. (related-unknown)',
  ],
  [
    'a question related to itself',
    broken(/^related.*$/m, `related: [${codeAt(7)}]`),
    'src/content/questions/question-7.mdx:15:11  the question is related to itself. Expected the code of another question, found "2bk". Fix: use a code from code-ledger.yaml. (related-unknown)',
  ],
  [
    'a change that is newer than the look at the facts',
    broken(/^rubric:$/m, `changes:\n${change('2026-11-25')}rubric:`),
    'src/content/questions/question-7.mdx:18:9  the change is newer than factsCheckedOn. Expected a date no later than 2026-11-24, found 2026-11-25. Fix: write factsCheckedOn: "2026-11-25" if you checked the facts then. (change-order)',
  ],
  [
    'changes that are not newest first',
    broken(/^rubric:$/m, `changes:\n${change('2026-10-01')}${change('2026-11-01')}rubric:`),
    'src/content/questions/question-7.mdx:20:9  the change is newer than the one above it. Expected a date no later than 2026-10-01, found 2026-11-01. Fix: put the newest change first. (change-order)',
  ],
  [
    'a gap in the order',
    broken('order: 3', 'order: 13'),
    'src/content/questions/question-7.mdx:6:8  the order of "intermediate" has a gap. Expected 3, found 13. Fix: write order: 3. (order-gap)',
  ],
  [
    'a place that is taken',
    broken('order: 3', 'order: 2'),
    'the order 2 is already taken in "intermediate". Expected 3, found the order of src/content/questions/question-6.mdx.',
  ],
  [
    'a title that is taken',
    broken('number 7?', 'number 8?'),
    'the title is already taken. Expected a unique title, found the title of src/content/questions/question-7.mdx.',
  ],
  [
    'an import',
    broken('<Listening>', "import fs from 'node:fs'\n\n<Listening>"),
    'src/content/questions/question-7.mdx:59:1  pages may not import or export. Expected text, Markdown, and the parts of a page, found "import fs from \'node:fs\'". Fix: remove the line; parts don’t need an import. (code-in-page)',
  ],
  [
    'an expression',
    broken('What the interviewer', 'What {process.env.HOME} the interviewer'),
    'src/content/questions/question-7.mdx:60:6  pages may not use expressions. Expected text, Markdown, and the parts of a page, found "process.env.HOME". Fix: remove the braces, or write the text itself. (code-in-page)',
  ],
  [
    'an expression in an attribute',
    broken('<Hint>', '<Hint open={process.exit()}>'),
    'src/content/questions/question-7.mdx:63:1  <Hint> may not have this attribute. Expected no attribute, found the attribute "open", computed. Fix: remove the attribute, or write its value in quotes. (unknown-attribute)',
  ],
  [
    'a spread attribute',
    broken('<Hint>', '<Hint {...process.env}>'),
    'src/content/questions/question-7.mdx:63:1  <Hint> may not have this attribute. Expected no attribute, found a spread expression. Fix: remove the attribute, or write its value in quotes. (unknown-attribute)',
  ],
  [
    'a script',
    broken('What the', '<script>alert(1)</script> What the'),
    'src/content/questions/question-7.mdx:60:1  pages may not use <script>. Expected Markdown or one of Listening, Hint, Outline, Answer, Deeper, Cite, Worked, Figure, found <script>. Fix: write it in Markdown. (unknown-component)',
  ],
  [
    'a figure that does not exist',
    broken('What the', '<Figure id="a-figur" /> What the'),
    'src/content/questions/question-7.mdx:60:1  no figure has this id. Expected a-figure, found "a-figur". Fix: use the name of a file in src/components/figures/drawn, without its extension. (figure-unknown)',
  ],
  [
    'a misspelt component',
    broken(/Outline>/g, 'Outlin>'),
    'src/content/questions/question-7.mdx:69:1  pages may not use <Outlin>. Expected <Outline>, found <Outlin>. Fix: write <Outline>. (unknown-component)',
  ],
  [
    'a part that is not closed',
    broken('</Hint>', ''),
    'src/content/questions/question-7.mdx:63:1  the MDX doesn’t parse: Expected a closing tag for `<Hint>` (63:1).',
  ],
  [
    'a missing part',
    broken(/<Hint>[\s\S]*<\/Hint>/, ''),
    'src/content/questions/question-7.mdx:65:1  a part is missing, repeated, nested, or out of order. Expected Listening, Hint, Outline, Answer, Deeper, found Listening, Outline, Answer, Deeper. Fix: write each part once, in this order, and close it before the next. (part-order)',
  ],
  [
    'a repeated part',
    broken('<Outline>', '<Hint>\n1. A.\n2. B.\n3. C.\n</Hint>\n\n<Outline>'),
    'src/content/questions/question-7.mdx:69:1  a part is missing, repeated, nested, or out of order. Expected Listening, Hint, Outline, Answer, Deeper, found Listening, Hint, Hint, Outline, Answer, Deeper. Fix: write each part once, in this order, and close it before the next. (part-order)',
  ],
  [
    'parts in the wrong order',
    withChange(content, 7, (text) =>
      text.replace(/(<Hint>[\s\S]*<\/Hint>)\n\n(<Outline>[\s\S]*<\/Outline>)/, '$2\n\n$1'),
    ),
    'src/content/questions/question-7.mdx:63:1  a part is missing, repeated, nested, or out of order. Expected Listening, Hint, Outline, Answer, Deeper, found Listening, Outline, Hint, Answer, Deeper. Fix: write each part once, in this order, and close it before the next. (part-order)',
  ],
  [
    'a part within a part',
    broken('3. **Three.** Third.', '<Answer>\nText.\n</Answer>'),
    'src/content/questions/question-7.mdx:66:1  a part is missing, repeated, nested, or out of order. Expected Listening, Hint, Outline, Answer, Deeper, found Listening, Hint, Answer inside a part, Outline, Answer, Deeper. Fix: write each part once, in this order, and close it before the next. (part-order)',
  ],
  [
    'a hint that is a list of keywords',
    broken(/1\. \*\*One[\s\S]*?Third\./, '- One\n- Two\n- Three'),
    'src/content/questions/question-7.mdx:63:1  <Hint> has too few steps. Expected a numbered list of at least 3 steps, found no numbered list. Fix: number the steps 1., 2., 3., in the order you’d say them. (part-empty)',
  ],
  [
    'an empty part',
    broken('What the interviewer listens for.', ''),
    'src/content/questions/question-7.mdx:59:1  <Listening> is empty. Expected text, found nothing. Fix: write the part. (part-empty)',
  ],
  [
    'text in no part',
    broken('<Hint>', 'Stray text.\n\n<Hint>'),
    'src/content/questions/question-7.mdx:63:1  this text isn’t in any part. Expected text inside <Listening>, <Hint>, <Outline>, <Answer>, <Deeper>, found paragraph. Fix: move it into a part. (outside-parts)',
  ],
  [
    'a heading that belongs to the page',
    broken('What the interviewer', '## Heading\n\nWhat the interviewer'),
    'src/content/questions/question-7.mdx:60:1  this heading level is reserved for the page. Expected ###, found ##. Fix: write ###. (heading-order)',
  ],
  [
    'a skipped heading level',
    broken('What the interviewer', '### One\n\n##### Two\n\nWhat the interviewer'),
    'src/content/questions/question-7.mdx:62:1  a heading level is skipped. Expected ### to ####, found #####. Fix: write ####. (heading-order)',
  ],
  [
    'a picture',
    broken('What the interviewer', '![x](x.svg) What the interviewer'),
    'src/content/questions/question-7.mdx:60:1  pages can’t have images. Expected a figure drawn in code, with a description for readers who can’t see it, found "x.svg". Fix: draw it in src/components/figures/drawn and write <Figure id="…" />. (picture)',
  ],
  [
    'a link that runs code',
    broken('What the interviewer', '[x](javascript:alert) What the interviewer'),
    'src/content/questions/question-7.mdx:60:1  the link is neither within the guide nor https. Expected https://…, ../slug/ or #part, found "javascript:alert". Fix: link to an https URL, or remove the link. (bad-link)',
  ],
  [
    'a link that breaks below a base path',
    broken('What the interviewer', '[x](/questions/question-1/) What the interviewer'),
    'src/content/questions/question-7.mdx:60:1  the link would break in a subfolder. Expected ../slug/, found "/questions/question-1/". Fix: link to a question as ../slug/. (bad-link)',
  ],
  [
    'a link to no question',
    broken('What the interviewer', '[x](../question-seven/) What the interviewer'),
    'src/content/questions/question-7.mdx:60:1  the link names a question that doesn’t exist. Expected the slug of a question, found "../question-seven/". Fix: use a slug from content/questions. (bad-link)',
  ],
  [
    'a link to a misspelt question',
    broken('What the interviewer', '[x](../qestion-3/) What the interviewer'),
    'Expected "question-3", found "../qestion-3/". Fix: write "question-3". (bad-link)',
  ],
  [
    'an answer that takes longer than its minutes',
    broken('minutes: 2.5', 'minutes: 2.25'),
    'src/content/questions/question-7.mdx:9:10  the answer has 350 spoken words and takes 2.50 minutes. Expected 2.25 minutes, within 3%: 306 to 324 words, found 350. Fix: write minutes: 2.5, or cut a few words. (spoken-time)',
  ],
  [
    'numbers as they are spoken, in the answer',
    broken(/w w w w\n/, '1,614 1,614 1,614 1,614\n'),
    'the answer has 366 spoken words and takes 2.61 minutes',
  ],
  [
    'too many numbers in the answer',
    broken(/(?<= )(w ){13}(?=w\n)/, '7 '.repeat(13)),
    'the spoken answer has too many numerals. Expected at most 12, found 14. Fix: round them, or move them to <Deeper>. (spoken-time)',
  ],
  [
    'a hint with too many words',
    broken('**One.** First.', `**One.** ${'First. '.repeat(166)}`),
    '<Hint> is too long to talk from. Expected at most 170 words and 4 citations, found 171 words, 0 citations.',
  ],
  [
    'a hint with too many citations',
    broken('**One.** First.', `**One.** ${'<Cite id="law-one" /> '.repeat(5)}`),
    'src/content/questions/question-7.mdx:63:1  <Hint> is too long to talk from. Expected at most 170 words and 4 citations, found 5 words, 5 citations. Fix: shorten the steps; put law and numbers in <Deeper>. (hint-length)',
  ],
  [
    'a short answer that is not short',
    broken(/^short: .*$/m, `short: "${'word '.repeat(36).trim()}"`),
    'src/content/questions/question-7.mdx:30:8  the first line of the answer is too long. Expected at most 35 words, found 36. Fix: state only the position. (short-length)',
  ],
  [
    'a sample answer that is too short',
    broken(/answer: "(said )+/, `answer: "${'said '.repeat(50)}`),
    'src/content/questions/question-7.mdx:33:13  the sample answer has the wrong length. Expected 60 to 180 words, found 51. Fix: say more. (calibration)',
  ],
  [
    'two sample answers that earn nearly the same',
    broken(/score: 2/g, 'score: 3'),
    'the sample answers earn nearly the same score. Expected mean scores at least 1 apart',
  ],
  [
    'a criterion that no score is for',
    broken(
      / {2}- criterion: "Three.*\n.*\n.*\n.*\n/,
      `${fourth}${fourth.replace('Fourth', 'Third')}`,
    ),
    'the sample answer needs one score for each criterion. Expected 4, found 3.',
  ],
  [
    'a probe that tests what is not there',
    broken('tests: criterion 1', 'tests: criterion 4'),
    'src/content/questions/question-7.mdx:50:12  the rubric has no criterion 4. Expected criterion 1 to 3, found criterion 4. Fix: name the criterion or the hint step that the question tests. (probe-tests)',
  ],
  [
    'a probe that tests a hint step which is not there',
    broken('tests: criterion 1', 'tests: hint 4'),
    'the hint has no step 4. Expected hint 1 to 3',
  ],
  [
    'a listing outside of its part',
    broken('What the interviewer listens for.', listing('python', 6)),
    'src/content/questions/question-7.mdx:60:1  a code listing is in the wrong part. Expected listings in <Deeper>, found one elsewhere. Fix: move it to <Deeper>. (listing)',
  ],
  [
    'a listing in an unknown language',
    broken('<Deeper>', `<Deeper>\n${listing('cobol', 6)}\n`),
    'the listing is in an unknown language. Expected bash, json, python, sql, typescript, yaml, found cobol.',
  ],
  [
    'a listing that is too long',
    broken('<Deeper>', `<Deeper>\n${listing('python', 26)}\n`),
    'the listing has the wrong length. Expected 6 to 25 lines, found 26.',
  ],
  [
    'a listing that is too wide',
    broken('<Deeper>', `<Deeper>\n${listing('python', 6).replace('line', 'l'.repeat(80))}\n`),
    'a line of the listing is too wide for a phone. Expected at most 72 columns, found 80.',
  ],
  [
    'an attribute given twice',
    broken('<Cite id="law-one" />', '<Cite id="law-one" id="law-two" />'),
    '  <Cite> has the attribute "id" twice. Expected each attribute once, found a second one. Fix: keep one of the two. (unknown-attribute)',
  ],
  [
    'a heading whose id is taken',
    broken('What the interviewer', '### Red *Flags*!\n\n### Flags\n\nWhat the interviewer'),
    'src/content/questions/question-7.mdx:62:1  this heading would get the same id as a part of the page. Expected a heading with different words, found the id "flags". Fix: add a word to the heading. (heading-taken)',
  ],
  [
    'a heading with the id of a source',
    broken('What the interviewer', '### Source 1\n\nWhat the interviewer'),
    'src/content/questions/question-7.mdx:60:1  this heading would get the same id as a part of the page. Expected a heading with different words, found the id "source-1".',
  ],
  [
    'facts checked on a day that has not come',
    broken('factsCheckedOn: "2026-11-24"', 'factsCheckedOn: "9999-12-31"'),
    'src/content/questions/question-7.mdx:16:17  the date is too far in the future. Expected a date no later than 2026-12-01, found 9999-12-31. Fix: correct the date. (wrong-value)',
  ],
  [
    'a source that is never to be checked again',
    inSource('reviewBy: "2027-11-24"', 'reviewBy: "9999-12-31"'),
    'src/content/sources/law-one.yaml:9:11  the date is too far in the future. Expected a date no later than 2031-12-01, found 9999-12-31.',
  ],
  [
    'a source whose address only looks like its host',
    inSource('https://example.org/', 'https://example.org@evil.example/'),
    'src/content/sources/law-one.yaml:4:6  "url" has the wrong format. Expected a normalized https URL, without "@" before its host, found "https://example.org@evil.example/law-one".',
  ],
  [
    'a source whose address browsers read as another',
    inSource('https://example.org/', 'https://example.org\\\\@evil.example/'),
    'src/content/sources/law-one.yaml:4:6  "url" has the wrong format.',
  ],
  [
    'an old slug in the place of the list of questions',
    broken(/^related/m, 'oldSlugs: [index]\nrelated'),
    'src/content/questions/question-7.mdx:15:11  the old slug "index" already opens another page. Expected a slug that no other question has used, found the URL of all questions.',
  ],
];

describe('the content checks', () => {
  it('find nothing wrong in valid content, and return the guide', () => {
    const { issues, guide } = checkContent(whole);
    expect(issues).toEqual([]);
    expect(guide?.questions).toHaveLength(whole.questions.length);
  });

  it.each(breakages)('name %s with file and line', (_, files, message) => {
    expect(messages(files).join('\n')).toContain(message);
  });

  it('report every problem of every file in one run, in file order', () => {
    let files = withChange(content, 3, (text) => text.replace('summary:', 'sumary:'));
    files = withChange(files, 7, (text) => text.replace('<Hint>', '<Hint a="b">'));
    files = withChange(files, 6, (text) => text.replace('order: 2', 'order: two'));
    const found = problems(files).map(({ file, line, kind }) => `${file}:${line} ${kind}`);
    expect(found).toEqual([
      'src/content/questions/question-3.mdx:2 missing-key',
      'src/content/questions/question-3.mdx:10 unknown-key',
      'src/content/questions/question-6.mdx:6 wrong-type',
      'src/content/questions/question-7.mdx:63 unknown-attribute',
    ]);
  });

  it('report only the copy when a page is copied with its code, title, and order number', () => {
    const [, , copied] = content.questions;
    const file = 'src/content/questions/a-copy.mdx';
    const copy = { file, text: copied?.text ?? '' };
    const found = messages({ ...content, questions: [copy, ...content.questions] });
    expect(found).toEqual([
      expect.stringMatching(
        /^src\/content\/questions\/a-copy\.mdx:2:7 {2}the code "2bd" is already taken\. .* npm run new/,
      ),
    ]);
  });

  it('report an older page that has the code of a newer one, once', () => {
    const files = withChange(content, 3, (text) => text.replace(/^code.*$/m, `code: ${codeAt(7)}`));
    expect(messages(files)).toEqual([
      expect.stringMatching(/question-3\.mdx:2:7 {2}the code "2bk" .* Fix: write code: 2bf\./),
    ]);
  });

  it('report an unreadable page once, not every page that links to it', () => {
    const files = withChange(content, 0, (text) => text.replace('order: 1', 'order: one'));
    expect(messages(files)).toHaveLength(1);
  });

  it('find everything else although a page and a term are unreadable', () => {
    const withErrors = withChange(whole, 0, (text) => text.replace('order: 1', 'order: one'));
    const [term, ...terms] = withErrors.glossary;
    const { issues } = checkContent({
      ...withErrors,
      // Leaves out the last page, so its level has too few questions and one source is never cited.
      questions: withErrors.questions.slice(0, -1),
      sources: [
        ...withErrors.sources,
        {
          file: 'src/content/sources/uncited.yaml',
          text: (withErrors.sources[0]?.text ?? '').replace(
            /^title.*$/m,
            'title: "Nobody cites it"',
          ),
        },
      ],
      glossary: [{ file: term?.file ?? '', text: `${term?.text}unknownKey: 1\n` }, ...terms],
    });
    const kinds = issues.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(
      ['level-count', 'ledger-orphan', 'source-uncited', 'unknown-key', 'wrong-type'].toSorted(),
    );
  });

  it('keep published addresses working', () => {
    const renamed = content.questions.map((source, index) =>
      index === 7 ? { ...source, file: 'src/content/questions/renamed.mdx' } : source,
    );
    const found = messages({ ...content, questions: renamed }).join('\n');
    expect(found).toContain('the slug "renamed" is not in the ledger entry of "2bk"');
    expect(found).toContain('links to /questions/question-7/ would stop working');
  });

  it('accept a rename that keeps the old slug', () => {
    const questions = content.questions.map(({ file, text }, index) =>
      index === 7
        ? {
            file: 'src/content/questions/renamed.mdx',
            text: text.replace('\n---\n\n', '\noldSlugs: [question-7]\n---\n\n'),
          }
        : { file, text },
    );
    const ledger = {
      ...content.ledger,
      text: content.ledger.text.replace('[question-7]', '[question-7, renamed]'),
    };
    expect(messages({ ...content, questions, ledger })).toEqual([]);
  });

  it('refuse an old address that belongs to another question', () => {
    const files = broken('\n---\n\n', '\noldSlugs: [question-3]\n---\n\n');
    expect(messages(files).join('\n')).toContain('already opens another page');
  });

  it('report a page that was removed without an entry', () => {
    const { issues, guide } = checkContent({ ...whole, questions: whole.questions.slice(0, -1) });
    const found = issues.map(formatIssue).join('\n');
    expect(found).toContain('no page has the code');
    expect(found).toContain('has too few questions. Expected at least 5, found 4.');
    expect(guide).toBeUndefined();
  });

  it('refuse a code that was retired', () => {
    const text = content.ledger.text.replace(
      '[question-7] }',
      '[question-7], retired: { on: 2026-12-01, because: "It was merged with another." } }',
    );
    const found = messages({ ...content, ledger: { ...content.ledger, text } });
    expect(found.join('\n')).toContain('found a code retired on 2026-12-01');
  });

  it('refuse a code or slug that the ledger lists twice', () => {
    const text = `${content.ledger.text}- { code: 99z, given: 2026-11-24, slugs: [question-7] }\n`;
    const found = messages({ ...content, ledger: { ...content.ledger, text } }).join('\n');
    expect(found).toContain('src/content/code-ledger.yaml:10:3  the ledger has "question-7" twice');
  });

  it('refuse a ledger that does not fit its schema', () => {
    const text = content.ledger.text.replace('2026-11-24', 'yesterday');
    const found = messages({ ...content, ledger: { ...content.ledger, text } });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(
      'src/content/code-ledger.yaml:1:23  "0.given" has the wrong format. Expected a date as YYYY-MM-DD, found "yesterday".',
    );
  });

  it('refuse a file whose name can’t be part of a URL', () => {
    const stray = { file: 'src/content/questions/My Notes.txt', text: 'notes' };
    const found = messages({ ...content, questions: [...content.questions, stray] }).join('\n');
    expect(found).toContain('My Notes.txt:1:1  the file name can’t be part of a URL');
  });

  it.each(['404', 'index', 'labs', 'progress', 'practice', 'offline', 'q', 'levels'])(
    'refuse a companion page that has the URL of a page of the site: %s',
    (name) => {
      const [about] = content.docs;
      const docs = [
        ...content.docs,
        { file: `src/content/docs/${name}.md`, text: about?.text ?? '' },
      ];
      const found = messages({ ...content, docs });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(
        `src/content/docs/${name}.md:1:1  the site has a page of its own at /${name}/`,
      );
    },
  );

  it('name the companion pages that are missing, one by one or all', () => {
    const without = messages({ ...content, docs: content.docs.slice(1) });
    expect(without).toHaveLength(1);
    expect(without[0]).toContain('src/content/docs/about.md:1:1  this page is missing');
    expect(messages({ ...content, docs: [] })).toHaveLength(content.docs.length);
  });

  it('cover companion pages too', () => {
    const docs = [
      { file: 'src/content/docs/a.md', text: '---\ntitle: A page\n---\n\n<b>x</b>\n\n# Heading\n' },
      { file: 'src/content/docs/b.mdx', text: '---\ntitle: A page\n---\n\n{1+1}\n' },
    ];
    const kinds = problems({ ...content, docs: [...docs, ...content.docs] }).map(
      ({ file, kind }) => `${file} ${kind}`,
    );
    expect(kinds).toEqual([
      'src/content/docs/a.md missing-key',
      'src/content/docs/a.md unknown-component',
      'src/content/docs/a.md unknown-component',
      'src/content/docs/a.md heading-order',
      'src/content/docs/b.mdx file-name',
      'src/content/docs/b.mdx missing-key',
      'src/content/docs/b.mdx code-in-page',
    ]);
  });

  it('refuse a term that refers to itself, or to one that doesn’t exist', () => {
    const glossary = content.glossary.map(({ file, text }) => ({
      file,
      text: `${text}searchAs: fihr\nlookAlikes:\n  - { term: fhir, note: "It is mistaken for itself." }\n`,
    }));
    const found = messages({ ...content, glossary });
    expect(found).toHaveLength(2);
    expect(found[1]).toContain('a term refers to itself');
    expect(found[0]).toContain('no term has this id. Expected fhir, found "fihr"');
  });

  it('allow a comment, which runs nothing', () => {
    expect(messages(broken('What the', '{/* a note */} What the'))).toEqual([]);
    expect(messages(broken('What the', '{/* a */ process.exit() /* b */} What the'))).toHaveLength(
      1,
    );
  });
});

describe('one mistake is one problem', () => {
  it.each([
    [
      'a tab',
      broken(/^ {2}- (first alias\n {2}- second alias)/m, '\t- $1'),
      ':12:1  the line is indented with a tab. Expected spaces',
    ],
    ['a tab in a list of records', broken(/^ {4}one:/m, '\tone:'), 'replace each tab'],
    [
      'a quote within quotes',
      broken('title: "What is', 'title: "What "is"'),
      'Fix: write “ and ” (or ’) inside the text',
    ],
    [
      'curly quotes around a title',
      broken(/^title: "(.*)"$/m, 'title: “$1”'),
      ':3:8  the text begins with a curly quote',
    ],
    [
      'curly quotes around a text with a colon',
      broken(/^title: "(.*)"$/m, 'title: “So: $1”'),
      ':3:8  the text begins with a curly quote',
    ],
    [
      'a source that can’t be read',
      inSource('published: "2026"', 'published: "2014-22-10"'),
      'src/content/sources/law-one.yaml:3:12  "published" has the wrong format. Expected a date that exists',
    ],
    [
      'a source with broken YAML',
      inSource('by: Someone', 'by: Some: one'),
      'src/content/sources/law-one.yaml:2:',
    ],
  ])('%s', (_, files, message) => {
    const found = messages(files);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('a term that can’t be read', () => {
    const glossary = content.glossary.map(({ file, text }) => ({
      file,
      text: text.replace('topics: [fhir]', 'topics: [fihr]'),
    }));
    const files = broken('What the interviewer', 'What FHIR and the interviewer');
    expect(messages({ ...files, glossary })).toEqual([
      expect.stringContaining('src/content/glossary/fhir.yaml:4:10'),
    ]);
  });

  it('and doesn’t hide others in the same file', () => {
    const files = withChange(content, 7, (text) =>
      text
        .replace('summary:', 'sumary:')
        .replace('minutes: 2.5', 'minutes: 2.25')
        .replace('id="law-one"', 'id="law-on"')
        .replace('tests: criterion 1', 'tests: criterion 4'),
    );
    expect(
      problems(files)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['missing-key', 'probe-tests', 'source-unknown', 'spoken-time', 'unknown-key']);
  });
});

describe('dates', () => {
  const published = (date: string, status = 'published'): string[] =>
    messages({
      ...content,
      sources: content.sources.map((source, index) =>
        index > 0
          ? source
          : {
              ...source,
              text: source.text
                .replace('published: "2026"', `published: "${date}"`)
                .replace('status: published', `status: ${status}`),
            },
      ),
    });

  it.each(['2014-22-10', '2014-13', '2023-02-29', '0000-00'])('refuse %s', (date) => {
    expect(published(date).join()).toContain('Expected a date that exists');
  });

  it.each(['2024-02-29', '2014-10', '1996', '2026-12'])('allow %s', (date) => {
    expect(published(date)).toEqual([]);
  });

  it.each(['2034', '2027-01', '2026-12-24'])('allow %s only for a proposal', (date) => {
    expect(published(date).join()).toContain('write status: proposed');
    expect(published(date, 'proposed')).toEqual([]);
  });

  it('refuse a change in the far future', () => {
    const change = 'changed: { on: "2034", what: "The rule applies from this year on." }\n';
    const files = inSource('kind: statute', `${change}kind: statute`);
    expect(messages(files)).toEqual([
      expect.stringContaining('law-one.yaml:5:16  the date is too far in the future'),
    ]);
  });

  it('refuse a next check before the last one', () => {
    const files = inSource('reviewBy: "2027-11-24"', 'reviewBy: "2026-11-24"');
    expect(messages(files)).toEqual([
      expect.stringContaining('law-one.yaml:9:11  the next check is planned before the last one'),
    ]);
  });
});

describe('companion pages', () => {
  it('may link to questions, and to pages of the guide', () => {
    const text =
      '[a](../questions/question-1/#hint) [b](../glossary/#term-x) [c](../paths/a-path/) [d](../labs/a-lab/) [e](../about/) [f](#a)';
    const labs = [{ file: 'src/content/labs/a-lab.yaml', text: '' }];
    const found = messages(withDoc({ ...content, labs }, text));
    expect(found.filter((message) => message.startsWith('src/content/docs/'))).toEqual([]);
  });

  it.each([
    [
      '../glosary/',
      'the link names a page that doesn’t exist. Expected "../glossary/", found "../glosary/". Fix: write "../glossary/". (bad-link)',
    ],
    ['../paths/a-paht/', 'Fix: write "../paths/a-path/"'],
    [
      '../questions/qestion-1/',
      'the link names a question that doesn’t exist. Expected "question-1"',
    ],
    ['question-1', 'the link has the wrong format'],
  ])('may not link to %s', (url, message) => {
    const found = messages(withDoc(content, `[a](${url})`));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('src/content/docs/about.md:7:1  ');
    expect(found[0]).toContain(message);
  });

  it('that guide.ts doesn’t name are listed', () => {
    const file = 'src/content/docs/a-page-of-another-guide.md';
    const docs = [...content.docs, { file, text: content.docs[0]?.text ?? '' }];
    expect(checkContent(content).warnings).toEqual([]);
    expect(checkContent({ ...content, docs }).warnings).toEqual([
      expect.stringContaining(`${file} is published, but`),
    ]);
  });
});
