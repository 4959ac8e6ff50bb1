import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { exampleBook as book, exampleCodes } from '../../../tests/examples/example-book.ts';
import { codeBookOf } from './code-book.ts';
import { maxFragmentLength } from './open-link.ts';
import { cleanName, maxNameLength, readSetLink, writeSetLink } from './set-link.ts';

const anyCodes = fc.shuffledSubarray([...exampleCodes]);

/** Text that resembles a link more than random text. */
const almostLink = fc
  .array(fc.oneof(anyText, fc.constantFrom('1', '222', 'zzz', 'qqq', '<b>', '', 'TmFtZQ')), {
    maxLength: 6,
  })
  .map((fields) => ['1', ...fields].join('.'));

describe('a link to a set', () => {
  it('has the documented format', () => {
    expect(writeSetLink({ name: '', codes: ['222', '244'] })).toBe('1.222244');
    expect(writeSetLink({ name: 'FHIR & ärger', codes: ['222'] })).toBe('1.222.RkhJUiAmIMOkcmdlcg');
    expect(readSetLink('#1.222244.RkhJUiAmIMOkcmdlcg', book)).toEqual({
      name: 'FHIR & ärger',
      codes: ['222', '244'],
      unknown: [],
      retired: [],
      problems: [],
    });
  });

  it('reads back as it was written, with any codes and name', () => {
    fc.assert(
      fc.property(anyCodes, anyText, (codes, name) => {
        const link = readSetLink(writeSetLink({ name, codes }), book);
        expect(link).toEqual({
          name: cleanName(name),
          codes,
          unknown: [],
          retired: [],
          problems: [],
        });
      }),
    );
  });

  it('stays under 500 characters, address included, with fifty codes and the longest name in any script', () => {
    const longest = (character: string) =>
      writeSetLink({ name: character.repeat(80), codes: exampleCodes });
    for (const character of ['𒀀', '語', '%']) {
      expect(longest(character).length).toBeLessThanOrEqual(393);
    }
    expect(readSetLink(longest('語'), book).name).toBe('語'.repeat(maxNameLength));
    expect(readSetLink(longest('𒀀'), book).name).toBe('𒀀'.repeat(45));
  });

  it('contains nothing that a chat or mail program would change', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, code) => {
        expect(writeSetLink({ name, codes: ['222', code] })).toMatch(/^[\w.-]*$/);
      }),
    );
  });

  it('names retired and unknown codes, and keeps the rest', () => {
    const link = readSetLink('1.222zzzqqq233222QQQ', book);
    expect(link.codes).toEqual(['222', '233']);
    expect(link.unknown).toEqual(['qqq']);
    expect(link.retired).toEqual([
      { code: 'zzz', on: '2026-12-01', because: 'Merged with another.', instead: '222' },
    ]);
    expect(link.problems).toEqual([]);
  });

  it.each([
    ['2.222', 'This link to a set needs a newer version of this page. Reload the page.'],
    ['hello', 'This isn’t a link to a set.'],
    ['%E0%A4%A', 'This isn’t a link to a set.'],
    [`1.${'222'.repeat(maxFragmentLength)}`, 'This is too long to be a link to a set'],
    ['1.22224', 'Part of the link is damaged'],
    ['1.222.TmFtZQ.x', 'Part of the link is damaged'],
    ['1.222.Tm!tZQ', 'The name in the link is damaged.'],
    ['1.222.gIA', 'The name in the link is damaged.'],
    ['1.222.4oCuYQ', 'The name in the link is damaged.'],
  ])('says what is wrong with %.12s', (fragment, problem) => {
    const { problems } = readSetLink(fragment, book);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('is an empty set without a fragment', () => {
    for (const fragment of ['', '#', ' # '.trim(), '1.']) {
      expect(readSetLink(fragment, book)).toMatchObject({ name: '', codes: [], problems: [] });
    }
  });

  it('keeps what can be read of a damaged link', () => {
    expect(readSetLink('1.222<b>233.!', book)).toMatchObject({ name: '', codes: ['222', '233'] });
  });

  it('returns nothing untrusted except its name for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, almostLink), (fragment) => {
        const { name, codes, unknown, problems } = readSetLink(fragment, book);
        for (const code of codes) expect(exampleCodes).toContain(code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const code of unknown) expect(code).toMatch(/^[a-z0-9]{3}$/);
        for (const problem of problems) expect(problem).toMatch(/^[\w ;:,.’]+$/);
        expect(name).toBe(cleanName(name));
      }),
    );
  });
});

describe('the name of a set', () => {
  it('has no control characters or marks that reverse text', () => {
    expect(cleanName('  a\u0000b\u202Ec\u2066d\u2069 \n e\uD83D ')).toBe('abcd e');
  });

  it('keeps scripts and emoji that need invisible joiners', () => {
    for (const name of ['می‌خواهم', '👩🏽‍⚕️ ward', 'हिन्दी']) expect(cleanName(name)).toBe(name);
  });

  it('does not end in a space where it is cut', () => {
    expect(cleanName(`${'a'.repeat(maxNameLength - 1)} b`)).toBe('a'.repeat(maxNameLength - 1));
  });

  it('is empty if nothing is visible', () => {
    expect(cleanName(' \u200B\u3164\u2060 ')).toBe('');
  });

  it('does not change when it is cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = cleanName(text);
        expect(cleanName(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(maxNameLength);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('the code book of a guide', () => {
  it('has its codes in order, and what the ledger says about retired ones', () => {
    const retired = { on: '2026-12-01', because: 'Merged.' };
    const guide = {
      questions: [{ code: '233' }, { code: '222' }],
      retired: [{ code: 'zzz', given: '2026-11-24', slugs: ['old'], retired }],
    };
    expect(codeBookOf(guide as unknown as Parameters<typeof codeBookOf>[0])).toEqual({
      codes: ['233', '222'],
      retired: [{ code: 'zzz', ...retired }],
    });
  });
});
