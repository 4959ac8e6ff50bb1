import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import {
  addCandidate,
  lockCandidate,
  nameCandidate,
  newInterview,
  noteAnswer,
  type Step,
  scoreAnswer,
  switchTimer,
} from './interview.ts';
import {
  fileNameOf,
  scorecardOf,
  writeScorecardsCsv,
  writeScorecardsMarkdown,
} from './scorecard-files.ts';

const now = 1_800_000_000_000;
const address = 'https://example.org/kit/#k1.x';
const criterion = { criterion: 'Is right', one: 'Guesses.', three: 'Half.', five: 'Proves it.' };

function question(code: string, title: string, criteria: StudyQuestion['criteria']): StudyQuestion {
  return {
    code,
    slug: code,
    title,
    level: 'x',
    topics: [],
    minutes: 2,
    criteria,
    probes: [],
    points: [],
  };
}

const questions = new Map([
  ['222', question('222', 'What is FHIR?', [criterion, criterion])],
  ['233', question('233', 'Why?', [criterion])],
]);

function having(...steps: Step[]) {
  const plan = {
    id: 'abcdefgh',
    rater: 'mine',
    name: 'Monday',
    minutes: 30,
    codes: ['222', '233'],
  };
  return steps.reduce((all, step) => step(all, now), newInterview(plan, now));
}

const interview = having(
  nameCandidate('A', 'Zoë'),
  scoreAnswer('A', '222', 0, 4),
  scoreAnswer('A', '233', 0, 1),
  noteAnswer('A', '222', 'Good, "but" slow'),
  addCandidate('B'),
);

const withNote = (note: string) =>
  having(noteAnswer('A', '222', note), noteAnswer('A', '233', note));
const csv = (given = interview) => writeScorecardsCsv(given, questions, now);
const markdown = (given = interview) => writeScorecardsMarkdown(given, questions, address, now);

/** An independent RFC 4180 parser. Returns rows of cells. */
function readCsv(text: string): string[][] {
  const rows = text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? [];
  expect(rows.join('')).toBe(text);
  return rows.map((row) =>
    [...`,${row.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}

const parser = unified().use(remarkParse);

/** Returns a paragraph's text with its line breaks, and the types of all other nodes. */
function plainText(block: ReturnType<typeof parser.parse>['children'][number]): string {
  if (block.type !== 'paragraph') return `<${block.type}>`;
  return block.children
    .map((node) =>
      node.type === 'text'
        ? node.value.replaceAll('\n', ' ')
        : node.type === 'break'
          ? '\n'
          : `<${node.type}>`,
    )
    .join('');
}

describe('a scorecard', () => {
  it('says what wasn’t assessed: what was marked and, once it is locked, what has no score', () => {
    const steps = [scoreAnswer('A', '222', 0, null), scoreAnswer('A', '233', 0, 4)];
    const marksOf = (given: typeof interview) =>
      given.candidates.flatMap((candidate) =>
        scorecardOf(given, candidate, questions, now).flatMap(({ criteria }) =>
          criteria.map(({ isNotAssessed }) => isNotAssessed),
        ),
      );
    expect(marksOf(having(...steps))).toEqual([true, false, false]);
    expect(marksOf(having(...steps, lockCandidate('A')))).toEqual([true, true, false]);
  });
});

describe('scorecards as CSV', () => {
  it('have a row for each criterion of each candidate, and “not assessed” is never 0', () => {
    expect(csv().split('\r\n')).toEqual([
      'candidate,name,code,question,criterion,1,3,5,score,seconds,note',
      'A,Zoë,222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,4,0,"Good, ""but"" slow"',
      'A,Zoë,222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,not assessed,,',
      'A,Zoë,233,Why?,Is right,Guesses.,Half.,Proves it.,1,0,',
      'B,,222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,not assessed,0,',
      'B,,222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,not assessed,,',
      'B,,233,Why?,Is right,Guesses.,Half.,Proves it.,not assessed,0,',
      '',
    ]);
  });

  it('keep the scores of a question that the guide no longer has', () => {
    const rows = readCsv(writeScorecardsCsv(interview, new Map(), now));
    expect(rows[1]).toEqual([
      'A',
      'Zoë',
      '222',
      'Question 222',
      'Criterion 1',
      '',
      '',
      '',
      '4',
      '0',
      'Good, "but" slow',
    ]);
  });

  it('keep the note of a question that the guide no longer has, even without scores', () => {
    const note = having(noteAnswer('A', '222', 'Slow'));
    const rows = readCsv(writeScorecardsCsv(note, new Map(), now));
    expect(rows[1]).toEqual(['A', '', '222', 'Question 222', ...Array(5).fill(''), '0', 'Slow']);
  });

  it('have the time of a question once, in whole seconds', () => {
    const timed = having(switchTimer('A', '222'));
    const rows = readCsv(writeScorecardsCsv(timed, questions, now + 95_400));
    expect(rows.slice(1).map((row) => row[9])).toEqual(['95', '', '0']);
    expect(writeScorecardsMarkdown(timed, questions, address, now + 95_400)).toContain(', 1:35\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1'])(
    'makes %j harmless',
    (note) => {
      expect(readCsv(csv(withNote(note)))[1]?.[10]).toBe(`'${note}`);
    },
  );

  it('returns every note unchanged, and no cell is a formula', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', ' ', '😀'),
    });
    fc.assert(
      fc.property(text, (note) => {
        const rows = readCsv(csv(withNote(note)));
        expect(rows.map((row) => row.length)).toEqual([11, 11, 11, 11]);
        expect(rows[1]?.[10]?.replace(/^'/, '')).toBe(note);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('scorecards as Markdown', () => {
  it('read well', () => {
    expect(markdown()).toMatchInlineSnapshot(`
      "# Monday

      <https://example.org/kit/#k1.x>

      ## Candidate A: Zoë

      Total: 5 of 10 (mean 2.5); 1 not assessed

      ### 1. What is FHIR? (222)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | 4 |
      | Is right | Guesses. | Half. | Proves it. | not assessed |

      4 of 5 (mean 4.0); 1 not assessed, 0:00

      > Good, "but" slow

      ### 2. Why? (233)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | 1 |

      1 of 5 (mean 1.0), 0:00

      ## Candidate B

      Total: not assessed

      ### 1. What is FHIR? (222)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | not assessed |
      | Is right | Guesses. | Half. | Proves it. | not assessed |

      not assessed, 0:00

      ### 2. Why? (233)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | not assessed |

      not assessed, 0:00
      "
    `);
  });

  it('shows a note as it was typed, with any content', () => {
    const piece = fc.oneof(
      anyText.map((text) => text.slice(0, 4)),
      fc.constantFrom(
        ...'<b> ** [x](y) # - 1. ``` > &lt; \\ --- === <https://x.y> ![ `a` _b_ |'.split(' '),
        ...['\n', ' ', '# ', '- ', '1. ', '> ', '    '],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const note = pieces.join('');
        const { children } = parser.parse(markdown(withNote(note)));
        const quotes = children.filter((block) => block.type === 'blockquote');
        const shown = quotes.map((quote) => quote.children.map(plainText).join('¶'));
        // Markdown replaces NUL and drops spaces at both ends of a line.
        const lines = note.trim().split(/\r\n|[\r\n]/);
        const typed = lines.map((line) => line.trim().replaceAll('\0', '\uFFFD')).join('\n');
        expect(shown).toEqual(typed === '' ? [] : [typed, typed]);
        // The title, URL, candidate, and total, plus each question's heading, table, total, and
        // note.
        expect(children).toHaveLength(10 + quotes.length);
      }),
      { examples: [[['a\n - b']], [['a\n 1. b']], [['    a\n\n    b']]] },
    );
  });

  it('can’t be made to contain another table cell, heading, or link', () => {
    const hostile = 'a | b\n# c <i>d</i> [e](f)';
    const map = new Map([
      ['222', question('222', hostile, [{ ...criterion, criterion: hostile }])],
    ]);
    const given = having(nameCandidate('A', hostile), noteAnswer('A', '222', hostile));
    const text = writeScorecardsMarkdown(given, map, 'javascript:alert(1)', now);
    expect(text).toContain('| a \\| b \\# c \\<i\\>d\\</i\\> \\[e\\]\\(f\\) | Guesses. |');
    expect(text.match(/^#+ /gm)).toEqual(['# ', '## ', '### ', '### ']);
    expect(text).toContain('\njavascript:alert\\(1\\)\n');
  });

  it('have a file name that any system takes', () => {
    const name = (given: string) => fileNameOf({ ...interview, name: given });
    expect(name('¿CFO? ')).toBe('interview-cfo');
    expect(name('Zoe\u0308')).toBe('interview-zoë');
    expect(name('a'.repeat(100))).toHaveLength(80);
    expect(name(`${'a'.repeat(69)} b`)).toBe(`interview-${'a'.repeat(69)}`);
    expect(fileNameOf({ ...interview, name: 'Zoë’s <panel>: March/April' })).toBe(
      'interview-zoë-s-panel-march-april',
    );
  });
});
