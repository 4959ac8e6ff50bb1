import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { exampleBook as book, exampleCodes } from '../../../tests/examples/example-book.ts';
import { codeBookOf } from './code-book.ts';
import { maxFragmentLength } from './open-link.ts';
import { maxPeople } from './practice-code.ts';
import {
  addPerson,
  cleanName,
  giveQuestion,
  maxNameLength,
  mergeSets,
  readSetLink,
  removePerson,
  type StudySet,
  setIn,
  splitEvenly,
  writeSetLink,
} from './set-link.ts';

const anyCodes = fc.shuffledSubarray([...exampleCodes]);

describe('a link to a set', () => {
  it('has the documented format', () => {
    expect(writeSetLink({ name: '', codes: ['222', '244'] })).toBe('1.222244');
    expect(writeSetLink({ name: 'FHIR & ärger', codes: ['222'] })).toBe('1.222.RkhJUiAmIMOkcmdlcg');
    expect(readSetLink('#1.222244.RkhJUiAmIMOkcmdlcg', book)).toEqual({
      name: 'FHIR & ärger',
      all: ['222', '244'],
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
          all: codes,
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
    ['0.222', 'This isn’t a link to a set.'],
    ['01.222', 'This isn’t a link to a set.'],
    ['3.222', 'This link to a set needs a newer version of this page. Reload the page.'],
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
});

const room: StudySet = {
  name: 'Panel',
  codes: ['222', '233'],
  id: 'k3x',
  when: { at: Date.parse('2026-12-04T00:00Z') },
  people: ['AK', 'R2'],
  takers: new Map([['222', 'R2']]),
};

const anyInitials = fc.stringMatching(/^[A-Z][A-Z0-9]{0,2}$/);
const anyWhen = fc.oneof(
  fc
    .integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2199-12-31') / 60_000 })
    .map((minutes) => ({ at: minutes * 60_000 })),
  fc
    .integer({ min: Date.parse('2000-01-01') / 864e5, max: Date.parse('2199-12-31') / 864e5 })
    .map((day) => ({ day: new Date(day * 864e5).toISOString().slice(0, 10) })),
);
const anyRoom: fc.Arbitrary<StudySet> = fc
  .record({
    name: anyText.map(cleanName),
    codes: anyCodes,
    id: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    when: fc.option(anyWhen, { nil: undefined }),
    people: fc.uniqueArray(anyInitials, { maxLength: maxPeople }),
    turns: fc.array(fc.nat(maxPeople), { maxLength: 50 }),
    others: fc.uniqueArray(fc.stringMatching(/^[xyz][\w-]{0,30}$/), { maxLength: 8 }),
  })
  .map(({ turns, ...set }) => {
    const taken = set.codes.flatMap((code, index) => {
      const person = set.people[turns[index] ?? maxPeople];
      return person === undefined ? [] : [[code, person] as const];
    });
    return { ...set, takers: new Map(taken) };
  });

describe('a link to a group’s set', () => {
  it('has the documented format', () => {
    const link = '2.222233.UGFuZWw.ik3x.t202612040000.pAK-R2.w2';
    expect(writeSetLink(room)).toBe(link);
    expect(readSetLink(link, book)).toMatchObject({ ...room, problems: [] });
    const onADay = { ...room, when: { day: '2026-12-03' }, people: [], takers: new Map() };
    expect(writeSetLink(onADay)).toBe('2.222233.UGFuZWw.ik3x.t20261203');
    expect(readSetLink('2.222..t20261203', book)).toMatchObject({ when: { day: '2026-12-03' } });
  });

  it('reads back as it was written, and writes back what it doesn’t know', () => {
    fc.assert(
      fc.property(anyRoom, (set) => {
        const link = readSetLink(writeSetLink(set), book);
        expect(link.problems).toEqual([]);
        expect({ people: [], others: [], takers: new Map(), ...setIn(link) }).toEqual(set);
        expect(writeSetLink(setIn(link))).toBe(writeSetLink(set));
      }),
    );
    const later = '2.222qqq.UGFuZWw.ik3x.zNew-field_1.w01.pAK.a1';
    const link = readSetLink(later, book);
    expect(link).toMatchObject({
      unknown: ['qqq'],
      takers: new Map([['qqq', 'AK']]),
      problems: [],
    });
    expect(writeSetLink(setIn(link)).split('.').sort()).toEqual(later.split('.').sort());
  });

  it('is at most 530 characters long', () => {
    const people = Array.from({ length: 14 }, (_, index) => `A${String.fromCharCode(65 + index)}C`);
    const full = splitEvenly({
      ...room,
      name: '語'.repeat(60),
      codes: exampleCodes,
      id: 'a'.repeat(12),
      people,
      takers: undefined,
    });
    expect(writeSetLink(full).length).toBeLessThanOrEqual(530);
    const [last] = exampleCodes.slice(-1);
    const turn = (exampleCodes.length - 1) % people.length;
    // There's no room for a thirteenth or fourteenth person.
    const taker = turn < maxPeople ? people[turn] : undefined;
    expect(readSetLink(writeSetLink(full), book).takers?.get(last ?? '')).toBe(taker);
  });

  it.each([
    ['t20260230', 'the day'],
    ['t202613010000', 'the day'],
    ['t202612032400', 'the day'],
    ['t19991231', 'the day'],
    ['t9', 'the day'],
    ['pAK-<b>', 'your group'],
    ['pAK-ABCD', 'your group'],
    ['pak', 'your group'],
    ['w1', 'your group'],
    ['pAK.w11111', 'your group'],
    ['pAK.w3', 'your group'],
    ['iABC', 'your group'],
    ['ione.itwo', 'your group'],
    ['<b>', 'your group'],
    [`z${'z'.repeat(121)}`, 'your group'],
    [Array.from({ length: 9 }, (_, index) => `z${index}`).join('.'), 'your group'],
    ['', 'your group'],
  ])('keeps the rest and names what is damaged in .%s', (fields, where) => {
    const link = readSetLink(`2.222233.UGFuZWw.${fields}`, book);
    expect(link).toMatchObject({ name: 'Panel', codes: ['222', '233'] });
    expect(link.problems.join(' ')).toContain(where);
  });

  it.each([
    '2.222233.UGFuZWw.ik3x.t202612040000.pAK-',
    '2.222233.UGFuZWw.ik3x.t202612040000.p',
    '2.222233.UGFuZWw.ik3x.t202612040000.',
    '2.222233.UGFuZWw.i',
    '2.222233.UGFuZWw.',
    '2.222233.UGFuZWw',
  ])('says that people may be missing if it ends early, as in %s', (fragment) => {
    const { name, codes, problems } = readSetLink(fragment, book);
    expect({ name, codes }).toEqual({ name: 'Panel', codes: ['222', '233'] });
    expect(problems).toEqual([expect.stringContaining('so people may be missing')]);
  });

  it('has at most twelve people, and frees the questions of someone who leaves', () => {
    const grown = ['c', 'd.e', ' f2 ', '<b>', 'AK', 'ABCD'].reduce(addPerson, room);
    expect(grown.people).toEqual(['AK', 'R2', 'C', 'DE', 'F2']);
    const full = [...'BCDEFGHIJKLMN'].reduce(addPerson, grown);
    expect(full.people).toHaveLength(maxPeople);
    expect(giveQuestion(full, '233', 'Z9')).toMatchObject({ takers: room.takers });
    const remaining = removePerson(room, 'R2');
    expect(remaining).toMatchObject({ people: ['AK'], takers: new Map() });
    expect(giveQuestion(remaining, '233', 'ZZ')).toMatchObject({
      people: ['AK', 'ZZ'],
      takers: new Map([['233', 'ZZ']]),
    });
    expect(giveQuestion(room, '222', undefined).takers).toEqual(new Map());
    expect(splitEvenly({ ...room, people: [] })).toMatchObject({ people: [] });
  });

  it('is split evenly without changing who takes what already', () => {
    const split = splitEvenly({
      name: '',
      codes: ['222', '233', '244', '255', '266'],
      people: ['AK', 'BM', 'CL'],
      takers: new Map([
        ['233', 'AK'],
        ['266', 'BM'],
      ]),
    });
    expect(split.takers).toEqual(
      new Map([
        ['222', 'CL'],
        ['233', 'AK'],
        ['244', 'AK'],
        ['255', 'BM'],
        ['266', 'BM'],
      ]),
    );
  });

  it('can be merged with an earlier version of the set; its own fields count', () => {
    const newer = { ...room, name: '', codes: ['233'], takers: new Map([['233', 'AK']]) };
    const earlier = {
      ...room,
      people: ['JL'],
      takers: new Map([
        ['222', 'JL'],
        ['233', 'JL'],
      ]),
    };
    expect(mergeSets(newer, earlier)).toMatchObject({
      name: 'Panel',
      codes: ['233', '222'],
      people: ['AK', 'R2', 'JL'],
      takers: new Map([
        ['222', 'JL'],
        ['233', 'AK'],
      ]),
    });
    expect(mergeSets(room, room)).toMatchObject(room);
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
