import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import {
  findSet,
  groupOf,
  idOf,
  keepSet,
  maxSets,
  noSets,
  noteOpened,
  notePracticed,
  practicedBy,
  readSavedSets,
  removeSet,
  restorePracticed,
  restoreSet,
} from './saved-sets.ts';
import { peekAtSet, type StudySet } from './set-link.ts';

const thursday: StudySet = { name: 'Thursday', codes: ['222', '233'], id: 'thu' };
const plain: StudySet = { name: 'Plain', codes: ['222'] };
const opened = (at: number) => ({ at, isChanged: false });
const both = keepSet(keepSet(noSets, thursday, opened(1)), plain, opened(2));
const namesIn = ({ sets }: typeof both) => sets.map(({ link }) => peekAtSet(link).name);

describe('the sets on a device', () => {
  it('are listed once each, the latest first, by the id in their links', () => {
    expect(namesIn(both)).toEqual(['Plain', 'Thursday']);
    const later = keepSet(both, { ...thursday, name: 'Friday' }, { at: 3, isChanged: true });
    expect(namesIn(later)).toEqual(['Friday', 'Plain']);
    expect(findSet(later, 'thu')).toMatchObject({ at: 3, isChanged: true });
    // A link without an id counts as a separate set.
    expect(namesIn(keepSet(both, plain, opened(4)))).toEqual(['Plain', 'Thursday']);
    expect(idOf(peekAtSet('1.222.UGxhaW4'))).toBe(idOf(plain));
  });

  it('are at most 30', () => {
    const many = Array.from({ length: 35 }, (_, index) => `s${index}`).reduce(
      (saved, id, index) => keepSet(saved, { ...thursday, id }, opened(index)),
      noSets,
    );
    expect(many.sets).toHaveLength(maxSets);
    expect(readSavedSets(JSON.stringify(many))).toEqual({ value: many });
    expect(findSet(many, 's34')).toBeDefined();
    expect(findSet(many, 's0')).toBeUndefined();
  });

  it('remember a link that was opened until it replaces the set or not', () => {
    const noted = noteOpened(both, { ...thursday, codes: ['222', '244'] }, 3);
    expect(namesIn(noted)).toEqual(['Thursday', 'Plain']);
    expect(findSet(noted, 'thu')).toMatchObject({
      link: findSet(both, 'thu')?.link,
      opened: expect.stringMatching(/^2\.222244\./),
      at: 3,
    });
    expect(readSavedSets(JSON.stringify(noted))).toEqual({ value: noted });
    expect(findSet(keepSet(noted, thursday, opened(4)), 'thu')?.opened).toBeUndefined();
    expect(noteOpened(both, { ...thursday, id: 'none' }, 3)).toBe(both);
  });

  it('can be deleted and restored in their place', () => {
    const [, last] = both.sets;
    const less = removeSet(both, 'thu');
    expect(namesIn(less)).toEqual(['Plain']);
    expect(last && restoreSet(less, last)).toEqual(both);
    expect(last && restoreSet(both, last)).toBe(both);
    expect(removeSet(both, 'none').sets).toHaveLength(2);
  });

  it('keep what others practiced as questions, through changes of the set', () => {
    const noted = notePracticed(both, 'thu', new Map([['MO', ['233']]]));
    const moved = keepSet(noted, { ...thursday, codes: ['233', '244', '222'] }, opened(5));
    expect(practicedBy(findSet(moved, 'thu'))).toEqual(new Map([['MO', ['233']]]));
    const again = notePracticed(moved, 'thu', new Map([['MO', ['222', '233']]]));
    expect(practicedBy(findSet(again, 'thu'))).toEqual(new Map([['MO', ['222', '233']]]));
    const undone = restorePracticed(again, 'thu', findSet(moved, 'thu')?.practiced);
    expect(practicedBy(findSet(undone, 'thu'))).toEqual(new Map([['MO', ['233']]]));
    expect(practicedBy(findSet(restorePracticed(again, 'thu', undefined), 'thu')).size).toBe(0);
    expect(notePracticed(both, 'none', new Map())).toBe(both);
    expect(restorePracticed(both, 'none', undefined)).toBe(both);
    expect(practicedBy(undefined)).toEqual(new Map());
  });

  it('keep fields of a newer version, and any other text is refused without throwing', () => {
    const stored = { ...both, later: 1, sets: both.sets.map((one) => ({ ...one, new: [] })) };
    const read = readSavedSets(JSON.stringify(stored));
    expect('value' in read && keepSet(read.value, thursday, opened(9))).toMatchObject({
      later: 1,
      sets: [{ new: [], at: 9 }, { new: [] }],
    });
    expect(readSavedSets(null)).toEqual({ value: noSets });
    for (const bad of [{ ...both, version: 2 }, { ...both, me: '<b>' }, { version: 1 }, []]) {
      expect(readSavedSets(JSON.stringify(bad))).toHaveProperty('problem');
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readSavedSets(text)).toHaveProperty('problem');
      }),
    );
  });
});

describe('a group', () => {
  it('is the people of the link, those who sent a code, and the reader, whose own answers count', () => {
    const set = { codes: ['222', '233'], people: ['AK', 'JL'] };
    const others = new Map([
      ['JL', ['233']],
      ['TN', ['233', 'zzz']],
    ]);
    const group = groupOf(set, { me: 'JL', mine: new Set(['222']), others });
    expect(group).toEqual([
      { initials: 'AK', isMe: false, practiced: [false, false] },
      { initials: 'JL', isMe: true, practiced: [true, false] },
      { initials: 'TN', isMe: false, practiced: [false, true] },
    ]);
    const unknown = { me: undefined, mine: new Set(['222']), others: new Map() };
    expect(groupOf({ codes: ['222'] }, unknown)).toEqual([
      { initials: '', isMe: true, practiced: [true] },
    ]);
    // The reader may already be one of these two people.
    expect(groupOf(set, unknown).map(({ initials }) => initials)).toEqual(['AK', 'JL']);
  });
});
