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
const problems = (files: ContentFiles) =>
  checkContent(files).issues.filter(({ kind }) => kind !== 'level-count');
const messages = (files: ContentFiles): string[] => problems(files).map(formatIssue);

function broken(from: string | RegExp, to: string): ContentFiles {
  return withChange(content, 7, (text) => text.replace(from, to));
}

const inSource = (from: string | RegExp, to: string) => withSource(content, from, to);

function change(on: string): string {
  return `  - on: "${on}"\n    what: "A fact that was corrected on this day."\n`;
}

const fourth =
  '  - criterion: "Fourth is judged"\n    one: "What a one sounds like."\n    three: "What a three sounds like."\n    five: "What a five sounds like."\n';

function listing(language: string, lines: number): string {
  return `\`\`\`${language}\n${'line\n'.repeat(lines)}\`\`\``;
}

/** Ways to break the content. The expected problems are in check-content.problems.txt. */
const breakages: [string, ContentFiles][] = [
  ['a misspelt key', broken('summary:', 'sumary:')],
  ['an unknown key', broken('minutes: 2.5', 'minutes: 2.5\nimportance: high')],
  ['a missing key', broken(/^minutes.*\n/m, '')],
  ['a wrong type', broken('order: 3', 'order: three')],
  ['a level outside the vocabulary', broken('level: intermediate', 'level: intermediat')],
  ['a topic outside the vocabulary', broken('[fhir, hipaa]', '[fhir, hippa]')],
  ['a topic named twice', broken('[fhir, hipaa]', '[fhir, fhir]')],
  ['a summary that is too short', broken(/^summary.*$/m, 'summary: Short.')],
  ['a spoken time in odd fractions', broken('minutes: 2.5', 'minutes: 2.3')],
  ['a label of one word', broken('label: Question 7', 'label: Question7')],
  ['a code with a vowel', broken(/^code.*$/m, 'code: abc')],
  ['YAML that doesn’t parse', broken('title: "What', 'title: What is: "this')],
  ['a key written twice', broken('order: 3', 'order: 3\norder: 3')],
  ['no first line of the front matter', broken(/^---\n/, '')],
  ['no last line of the front matter', broken(/\n---\n/, '\n')],
  ['an empty line above the front matter', broken(/^/, '\n')],
  ['no front matter', broken(/^---\n[\s\S]*?\n---\n/, '')],
  ['a text with a colon but no quotes', broken(/^title: "(.*)"$/m, 'title: So: $1')],
  ['a text without its closing quote', broken(/^(title: ".*)"$/m, '$1')],
  ['a key without a colon', broken('level: ', 'level ')],
  ['a date that doesn’t exist', broken('"2026-11-24"', '"2026-02-30"')],
  ['an empty value', broken(/^summary: .*$/m, 'summary:')],
  ['a misspelled key in a list', broken(/^ {4}three: /m, '    tree: ')],
  ['a code that is taken', broken(/^code.*$/m, `code: ${codeAt(3)}`)],
  ['a code that the ledger does not know', broken(/^code.*$/m, 'code: 9z9')],
  ['a related question that does not exist', broken(/^related.*$/m, 'related: [9z9]')],
  ['a question related to itself', broken(/^related.*$/m, `related: [${codeAt(7)}]`)],
  [
    'a change that is newer than the look at the facts',
    broken(/^rubric:$/m, `changes:\n${change('2026-11-25')}rubric:`),
  ],
  [
    'changes that are not newest first',
    broken(/^rubric:$/m, `changes:\n${change('2026-10-01')}${change('2026-11-01')}rubric:`),
  ],
  ['a gap in the order', broken('order: 3', 'order: 13')],
  ['a place that is taken', broken('order: 3', 'order: 2')],
  ['a title that is taken', broken('number 7?', 'number 8?')],
  ['an import', broken('<Listening>', "import fs from 'node:fs'\n\n<Listening>")],
  ['an expression', broken('What the interviewer', 'What {process.env.HOME} the interviewer')],
  ['an expression in an attribute', broken('<Hint>', '<Hint open={process.exit()}>')],
  ['a spread attribute', broken('<Hint>', '<Hint {...process.env}>')],
  ['bold text that isn’t closed', broken('**One.**', '**One.')],
  ['code that isn’t closed', broken('What the', '`What the')],
  ['a link with a space', broken('What the', '[What] (https://example.org/) the')],
  ['a heading without a space', broken('What the', '###What the')],
  ['a table without its line of hyphens', broken('What the', '| a | b |\n| c | d |\n\nWhat the')],
  ['a link that isn’t https', broken('What the', '[What](http://example.org/) the')],
  ['a link without https', broken('What the', '[What](example.org/a) the')],
  ['a tag for bold text', broken('What the', '<b>What</b> the')],
  ['a tag that isn’t closed', broken('What the', 'What<br>the')],
  ['an HTML comment', broken('What the', '<!-- note --> What the')],
  ['a < before a number', broken('What the', 'p <0.05: what the')],
  ['a brace that isn’t closed', broken('What the', 'What {the')],
  ['a citation that isn’t closed', broken('<Cite id="law-one" />', '<Cite id="law-one">')],
  ['a citation with curly quotes', broken('<Cite id="law-one" />', '<Cite id=“law-one” />')],
  ['a part that is never opened', broken('<Hint>', '')],
  ['two parts that overlap', broken(/<\/Hint>\n\n<Outline>/, '<Outline>\n\n</Hint>')],
  ['a script', broken('What the', '<script>alert(1)</script> What the')],
  ['a figure that does not exist', broken('What the', '<Figure id="a-figur" /> What the')],
  ['a misspelt component', broken(/Outline>/g, 'Outlin>')],
  ['a part that is not closed', broken('</Hint>', '')],
  ['a part without its tags', broken(/<\/?Outline>\n/g, '')],
  ['a missing part', broken(/<Hint>[\s\S]*<\/Hint>/, '')],
  ['a repeated part', broken('<Outline>', '<Hint>\n1. A.\n2. B.\n3. C.\n</Hint>\n\n<Outline>')],
  [
    'parts in the wrong order',
    withChange(content, 7, (text) =>
      text.replace(/(<Hint>[\s\S]*<\/Hint>)\n\n(<Outline>[\s\S]*<\/Outline>)/, '$2\n\n$1'),
    ),
  ],
  ['a part within a part', broken('3. **Three.** Third.', '<Answer>\nText.\n</Answer>')],
  [
    'a hint that is a list of keywords',
    broken(/1\. \*\*One[\s\S]*?Third\./, '- One\n- Two\n- Three'),
  ],
  ['an empty part', broken('What the interviewer listens for.', '')],
  ['text in no part', broken('<Hint>', 'Stray text.\n\n<Hint>')],
  [
    'a heading that belongs to the page',
    broken('What the interviewer', '## Heading\n\nWhat the interviewer'),
  ],
  [
    'a skipped heading level',
    broken('What the interviewer', '### One\n\n##### Two\n\nWhat the interviewer'),
  ],
  ['a picture', broken('What the interviewer', '![x](x.svg) What the interviewer')],
  [
    'a link that runs code',
    broken('What the interviewer', '[x](javascript:alert) What the interviewer'),
  ],
  [
    'a link that breaks below a base path',
    broken('What the interviewer', '[x](/questions/question-1/) What the interviewer'),
  ],
  [
    'a link to no question',
    broken('What the interviewer', '[x](../question-seven/) What the interviewer'),
  ],
  [
    'a link to a misspelt question',
    broken('What the interviewer', '[x](../qestion-3/) What the interviewer'),
  ],
  ['an answer that takes longer than its minutes', broken('minutes: 2.5', 'minutes: 2.25')],
  ['numbers as they are spoken, in the answer', broken(/w w w w\n/, '1,614 1,614 1,614 1,614\n')],
  ['too many numbers in the answer', broken(/(?<= )(w ){13}(?=w\n)/, '7 '.repeat(13))],
  ['a hint with too many words', broken('**One.** First.', `**One.** ${'First. '.repeat(166)}`)],
  [
    'a hint with too many citations',
    broken('**One.** First.', `**One.** ${'<Cite id="law-one" /> '.repeat(5)}`),
  ],
  [
    'a short answer that is not short',
    broken(/^short: .*$/m, `short: "${'word '.repeat(36).trim()}"`),
  ],
  [
    'a sample answer that is too short',
    broken(/answer: "(said )+/, `answer: "${'said '.repeat(50)}`),
  ],
  ['two sample answers that earn nearly the same', broken(/score: 2/g, 'score: 3')],
  [
    'a criterion that no score is for',
    broken(
      / {2}- criterion: "Three.*\n.*\n.*\n.*\n/,
      `${fourth}${fourth.replace('Fourth', 'Third')}`,
    ),
  ],
  ['a probe that tests what is not there', broken('tests: criterion 1', 'tests: criterion 4')],
  [
    'a probe that tests a hint step which is not there',
    broken('tests: criterion 1', 'tests: hint 4'),
  ],
  [
    'a listing outside of its part',
    broken('What the interviewer listens for.', listing('python', 6)),
  ],
  ['a listing in an unknown language', broken('<Deeper>', `<Deeper>\n${listing('cobol', 6)}\n`)],
  ['a listing that is too long', broken('<Deeper>', `<Deeper>\n${listing('python', 26)}\n`)],
  [
    'a listing that is too wide',
    broken('<Deeper>', `<Deeper>\n${listing('python', 6).replace('line', 'l'.repeat(80))}\n`),
  ],
  [
    'an attribute given twice',
    broken('<Cite id="law-one" />', '<Cite id="law-one" id="law-two" />'),
  ],
  [
    'a heading whose id is taken',
    broken('What the interviewer', '### Red *Flags*!\n\n### Flags\n\nWhat the interviewer'),
  ],
  [
    'a heading with the id of a source',
    broken('What the interviewer', '### Source 1\n\nWhat the interviewer'),
  ],
  [
    'facts checked on a day that has not come',
    broken('factsCheckedOn: "2026-11-24"', 'factsCheckedOn: "9999-12-31"'),
  ],
  [
    'a source that is never to be checked again',
    inSource('reviewBy: "2027-11-24"', 'reviewBy: "9999-12-31"'),
  ],
  [
    'a source whose address only looks like its host',
    inSource('https://example.org/', 'https://example.org@evil.example/'),
  ],
  ['a source without a URL', inSource(/^url:.*\n/m, '')],
  ['a source whose URL has no https', inSource('https://', '')],
  [
    'a source whose address browsers read as another',
    inSource('https://example.org/', 'https://example.org\\\\@evil.example/'),
  ],
  [
    'an old slug in the place of the list of questions',
    broken(/^related/m, 'oldSlugs: [index]\nrelated'),
  ],
];

describe('the content checks', () => {
  it('find nothing wrong in valid content, and return the guide', () => {
    const { issues, guide } = checkContent(whole);
    expect(issues).toEqual([]);
    expect(guide?.questions).toHaveLength(whole.questions.length);
  });

  it('name what is wrong, with file, line, and fix', async () => {
    const found = breakages.map(([what, files]) =>
      [what, ...messages(files).slice(0, 3), ''].join('\n'),
    );
    await expect(found.join('\n')).toMatchFileSnapshot('check-content.problems.txt');
  }, 120_000);

  it('report every problem of every file in one run, in file order', () => {
    let files = withChange(content, 3, (text) => text.replace('summary:', 'sumary:'));
    files = withChange(files, 7, (text) => text.replace('<Hint>', '<Hint a="b">'));
    files = withChange(files, 6, (text) => text.replace('order: 2', 'order: two'));
    const found = problems(files).map(({ file, line, kind }) => `${file}:${line} ${kind}`);
    expect(found).toEqual([
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

  it('report only the copy of a new page that isn’t in the ledger yet', () => {
    const text = (content.questions[2]?.text ?? '').replace(/^code.*$/m, 'code: 9zz');
    const copies = ['a-new-page', 'its-copy'].map((slug) => ({
      file: `src/content/questions/${slug}.mdx`,
      text,
    }));
    const titles = messages({ ...content, questions: [...content.questions, ...copies] }).filter(
      (message) => message.includes('title is already taken'),
    );
    expect(titles).toEqual([expect.stringContaining('a-new-page.mdx')]);
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
      // Without the last page, its level has too few questions, and no page has its code.
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
      'src/content/code-ledger.yaml:1:23  "given" in entry 1 has the wrong format. Expected a date that exists, as YYYY-MM-DD, found "yesterday".',
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
    ).toEqual(['probe-tests', 'source-unknown', 'spoken-time', 'unknown-key']);
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

  const inLedger = (from: string, to: string): ContentFiles => ({
    ...content,
    ledger: { ...content.ledger, text: content.ledger.text.replace(from, to) },
  });
  const retired = (on: string): ContentFiles =>
    inLedger('[question-7] }', `[question-7], retired: { on: ${on}, because: "It was merged." } }`);

  // Today is December 1 in the content, and December 2 has already begun in some time zones.
  it.each([
    ['facts checked', (day: string) => broken('On: "2026-11-24"', `On: "${day}"`)],
    ['a source checked', (day: string) => inSource('On: "2026-11-24"', `On: "${day}"`)],
    ['a code given', (day: string) => inLedger('2026-11-24', day)],
    ['a question retired', retired],
  ])('allow %s tomorrow, but not later', (_what, on) => {
    const tooLate = 'the date is too far in the future. Expected a date no later than 2026-12-01';
    expect(messages(on('2026-12-02')).join('\n')).not.toContain('future');
    expect(messages(on('2026-12-03')).join('\n')).toContain(tooLate);
  });

  it('allow a next check up to five years from now', () => {
    const checked = (day: string) => messages(inSource('By: "2027-11-24"', `By: "${day}"`));
    expect(checked('2031-12-01')).toEqual([]);
    expect(checked('2031-12-02')).toEqual([expect.stringContaining('no later than 2031-12-01')]);
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

  it('that guide-settings.ts doesn’t name are listed', () => {
    const file = 'src/content/docs/a-page-of-another-guide.md';
    const docs = [...content.docs, { file, text: content.docs[0]?.text ?? '' }];
    expect(checkContent(content).warnings).toEqual([]);
    expect(checkContent({ ...content, docs }).warnings).toEqual([
      expect.stringContaining(`${file} is published, but`),
    ]);
  });
});
