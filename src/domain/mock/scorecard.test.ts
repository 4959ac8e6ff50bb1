import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { type Scorecard, writeScorecardCsv, writeScorecardMarkdown } from './scorecard.ts';
import { chooseWhatNext, totalOf } from './scored-question.ts';

const criterion = { criterion: 'Is right', one: 'Guesses.', three: 'Half.', five: 'Proves it.' };
const card: Scorecard = {
  title: 'Mock of Monday',
  address: 'https://example.org/mock/#1.2.15',
  questions: [
    {
      code: '222',
      title: 'What is FHIR?',
      criteria: [
        { ...criterion, score: 4 },
        { ...criterion, score: null },
      ],
      note: 'Good, "but" slow',
      seconds: 65,
    },
    { code: '233', title: 'Why?', criteria: [{ ...criterion, score: 1 }], note: '', seconds: 5 },
  ],
};

function withNote(note: string): Scorecard {
  return { ...card, questions: card.questions.map((question) => ({ ...question, note })) };
}

/** Our own RFC 4180 parser: rows of cells. */
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

/** Text of a paragraph with nothing but text; otherwise its node type. */
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

describe('a total', () => {
  it('leaves out what was not assessed', () => {
    expect(totalOf([4, null, 2])).toEqual({
      sum: 6,
      outOf: 10,
      assessed: 2,
      notAssessed: 1,
      mean: 3,
    });
    expect(totalOf([null]).mean).toBe(null);
  });
});

describe('a scorecard as CSV', () => {
  it('has a row for each criterion, and the total', () => {
    expect(writeScorecardCsv(card)).toBe(
      [
        'code,question,criterion,1,3,5,score,seconds,note',
        '222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,4,65,"Good, ""but"" slow"',
        '222,What is FHIR?,Is right,Guesses.,Half.,Proves it.,not assessed,,',
        '233,Why?,Is right,Guesses.,Half.,Proves it.,1,5,',
        ',Total,5 of 10 (mean 2.5); 1 not assessed,,,,5,70,',
        '',
      ].join('\r\n'),
    );
  });

  it('does not call a scorecard without scores a 0', () => {
    const question = { code: '222', title: 'Q', criteria: [], note: '', seconds: 0 };
    const rows = readCsv(writeScorecardCsv({ ...card, questions: [question] }));
    expect(rows[1]).toEqual(['222', 'Q', '', '', '', '', '', '0', '']);
    expect(rows[2]?.[6]).toBe('not assessed');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1'])(
    'makes %j harmless',
    (note) => {
      expect(readCsv(writeScorecardCsv(withNote(note)))[1]?.[8]).toBe(`'${note}`);
    },
  );

  it('returns every note unchanged, and no cell is a formula', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', ' ', '😀'),
    });
    fc.assert(
      fc.property(text, (note) => {
        const rows = readCsv(writeScorecardCsv(withNote(note)));
        expect(rows.map((row) => row.length)).toEqual([9, 9, 9, 9, 9]);
        expect(rows[1]?.[8]?.replace(/^'/, '')).toBe(note);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('a scorecard as Markdown', () => {
  it('reads well', () => {
    expect(writeScorecardMarkdown(card)).toMatchInlineSnapshot(`
      "# Mock of Monday

      <https://example.org/mock/#1.2.15>

      Total: 5 of 10 (mean 2.5); 1 not assessed

      ## 1. What is FHIR? (222)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | 4 |
      | Is right | Guesses. | Half. | Proves it. | not assessed |

      4 of 5 (mean 4.0); 1 not assessed, 1:05

      > Good, "but" slow

      ## 2. Why? (233)

      | Criterion | 1 | 3 | 5 | Score |
      | --- | --- | --- | --- | --- |
      | Is right | Guesses. | Half. | Proves it. | 1 |

      1 of 5 (mean 1.0), 0:05
      "
    `);
  });

  it('shows a note as it was typed, with any content', () => {
    const piece = fc.oneof(
      anyText.map((text) => text.slice(0, 4)),
      fc.constantFrom(
        '<b>',
        '**',
        '[x](y)',
        '\n',
        ' ',
        '# ',
        '- ',
        '1. ',
        '```',
        '> ',
        '    ',
        '&lt;',
        '\\',
        '---',
        '===',
        '<https://x.y>',
        '![',
        '`a`',
        '_b_',
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const note = pieces.join('');
        const { children } = parser.parse(writeScorecardMarkdown(withNote(note)));
        const quotes = children.filter((block) => block.type === 'blockquote');
        const shown = quotes.map((quote) => quote.children.map(plainText).join('¶'));
        // Markdown drops spaces at the ends of a line, and NUL.
        const lines = note.trim().split(/\r\n|[\r\n]/);
        const typed = lines.map((line) => line.trim().replaceAll('\0', '\uFFFD')).join('\n');
        expect(shown).toEqual(typed === '' ? [] : [typed, typed]);
        // Title, address, total, and for each question heading, table, total, and perhaps a note.
        expect(children).toHaveLength(9 + quotes.length);
      }),
      { examples: [[['a\n - b']], [['a\n 1. b']], [['    a\n\n    b']]] },
    );
  });

  it('can’t be made to contain another table cell, heading, or link', () => {
    const hostile = 'a | b\n# c <i>d</i> [e](f)';
    const markdown = writeScorecardMarkdown({
      title: hostile,
      address: 'javascript:alert(1)',
      questions: [
        {
          code: 'x',
          title: hostile,
          criteria: [{ ...criterion, criterion: hostile, score: 3 }],
          note: hostile,
          seconds: 0,
        },
      ],
    });
    expect(markdown).toContain('| a \\| b \\# c \\<i\\>d\\</i\\> \\[e\\]\\(f\\) | Guesses. |');
    expect(markdown.match(/^#+ /gm)).toEqual(['# ', '## ']);
    expect(markdown).toContain('\njavascript:alert\\(1\\)\n');
  });
});

describe('what to practice next', () => {
  it('begins with the weakest question and its weakest criterion', () => {
    const { practice, notAssessed } = chooseWhatNext([
      { code: 'fine', scores: [5, 4, null], seconds: 0 },
      { code: 'weak', scores: [3, null, 2, 5], seconds: 0 },
      { code: 'poor', scores: [1, 2], seconds: 0 },
      { code: 'open', scores: [null, null], seconds: 0 },
    ]);
    expect(practice.map(({ code }) => code)).toEqual(['poor', 'weak']);
    expect(practice[1]?.weak).toEqual([
      { criterion: 2, score: 2 },
      { criterion: 0, score: 3 },
    ]);
    expect(notAssessed).toEqual(['open']);
  });

  it('puts the lower score first where means are equal, and takes the latest scores', () => {
    const { practice } = chooseWhatNext([
      { code: 'a', scores: [3, 3], seconds: 0 },
      { code: 'b', scores: [1, 5], seconds: 0 },
      { code: 'c', scores: [1, 1], seconds: 0 },
      { code: 'c', scores: [5, 5], seconds: 0 },
    ]);
    expect(practice.map(({ code }) => code)).toEqual(['b', 'a']);
  });
});
