import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import {
  cleanInitials,
  findSetLink,
  isInitials,
  practiceMessage,
  readPracticeCodes,
  writePracticeCode,
} from './practice-code.ts';

const bits = (text: string) => [...text].map((bit) => bit === '1');
const initials = fc.stringMatching(/^[A-Z][A-Z0-9]{0,2}$/);
const people = ['MO', 'R2'];

function read(text: string, length = 5) {
  const { codes, problems } = readPracticeCodes(text, length, people);
  const list = codes.map(({ initials: who, practiced }) => {
    return `${who} ${practiced.map(Number).join('')}`;
  });
  return { list, problems };
}

describe('initials', () => {
  it('are a letter and up to two letters or digits', () => {
    expect(['A', 'R2', 'ABC', '2R', 'ABCD', '', 'É', 'a', '<b>'].filter(isInitials)).toEqual([
      'A',
      'R2',
      'ABC',
    ]);
    expect(cleanInitials(' j.l. ')).toBe('JL');
    expect(cleanInitials('<b>')).toBeUndefined();
  });
});

describe('a code for what someone practiced', () => {
  it('has the documented format', () => {
    expect(writePracticeCode('R2', bits('10101'))).toBe('R2-15');
    expect(practiceMessage('R2', bits('10101'))).toBe('I practiced 3 of 5. R2-15');
    expect(practiceMessage('AK', bits('00000'))).toBe('I practiced 0 of 5. AK-0');
  });

  it('reads back as it was written, alone and in a message, for up to fifty questions', () => {
    const practiced = fc.array(fc.boolean(), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(initials, practiced, (who, has) => {
        for (const text of [writePracticeCode(who, has), practiceMessage(who, has)]) {
          expect(readPracticeCodes(text, has.length, [])).toEqual({
            codes: [{ initials: who, practiced: has }],
            problems: [],
          });
        }
      }),
    );
  });

  it('is found in several pasted messages, the later of two from one person', () => {
    const chat = `[12/2/26, 7:01 PM] Mo: I practiced 1 of 5. MO-1
      [12/2/26, 7:05 PM] Rae: I practiced 3 of 5. R2-15 after two evenings of GPT-4 and COVID-19
      [12/3/26, 8:00 AM] Mo: I practiced 2 of 5. MO-3\n> and TN-1F`;
    expect(read(chat)).toEqual({ list: ['MO 11000', 'R2 10101'], problems: [] });
    // These codes come without the sentence, so only those in capitals count.
    expect(read('MO-15 see you thursday r2-15, TN-1F')).toEqual({
      list: ['MO 10101', 'TN 11111'],
      problems: [],
    });
    expect(read('mo-15').list).toEqual(['MO 10101']);
  });

  it('isn’t read from the initials in a link to a set', () => {
    const link = 'https://guide.example/set/#2.z7s23s.UGFuZWw.ik3x.pAK-BE-CD-15.w21';
    expect(read(link)).toEqual({ list: [], problems: [] });
    expect(read(`${link}\nI practiced 2 of 5. MO-3`).list).toEqual(['MO 11000']);
    expect(findSetLink(`Here: ${link} (Thursday)`)).toBe(link.split('#')[1]);
    expect(findSetLink('I practiced 2 of 5. MO-3')).toBeUndefined();
  });

  it.each(['I practiced 3 of 4. MO-15', 'I practiced 2 of 5. MO-15', 'MO-3F', 'MO-FFFFFFFFFFFFF'])(
    'is refused if it is for another list: %s',
    (text) => {
      const { list, problems } = read(text);
      expect(list).toEqual([]);
      expect(problems).toEqual([
        'The code from MO is for another list of questions. This set has 5 questions: ask MO to copy it again.',
      ]);
    },
  );

  it('is never made of anything else, and never throws', () => {
    fc.assert(
      fc.property(anyText, fc.nat(50), (text, length) => {
        const { codes, problems } = readPracticeCodes(text, length, people);
        for (const code of codes) {
          expect(code.initials).toMatch(/^[A-Z][A-Z0-9]{0,2}$/);
          expect(code.practiced).toHaveLength(length);
        }
        for (const problem of problems) expect(problem).toMatch(/^[\w :.]+$/);
      }),
    );
    expect(read('').list).toEqual([]);
    expect(read('Hello MO, no code today').list).toEqual([]);
  });
});
