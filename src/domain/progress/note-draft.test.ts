import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterValue, withLaterFields } from '../../../tests/examples/later-fields.ts';
import {
  applyRemoteNote,
  isUnsaved,
  type NoteDraft,
  noteAfterSave,
  noteToRecord,
  openNote,
  readUnsavedNote,
  typeNote,
  writeUnsavedNote,
} from './note-draft.ts';
import type { NoteRecord } from './records.ts';

const saved = Date.UTC(2026, 10, 24, 21, 30);
const note = (text: string, at = saved): NoteRecord => ({ code: '8d8', text, at });
const typed = (before: string, text: string): NoteDraft => typeNote(openNote(note(before)), text);
const written = { code: '8d8', at: saved + 60_000 };

describe('a note that is edited', () => {
  it('is unsaved from the first letter until it is stored', () => {
    const draft = typed('Ask about drift', 'Ask about drift first');
    expect(isUnsaved(openNote(note('Ask about drift')))).toBe(false);
    expect(isUnsaved(draft)).toBe(true);
    const record = noteToRecord(draft, note('Ask about drift'), written);
    expect(record).toEqual({ code: '8d8', text: 'Ask about drift first', at: written.at });
    expect(isUnsaved(noteAfterSave(draft, draft, draft, record))).toBe(false);
  });

  it('is removed when it is emptied, and blank text counts as none', () => {
    expect(noteToRecord(typed('old', ' \n'), note('old'), written)).toBeUndefined();
    expect(isUnsaved(typeNote(openNote(undefined), '  '))).toBe(false);
  });

  it('isn’t written again if nothing changed', () => {
    const before = note('same');
    expect(noteToRecord(typed('same', 'same'), before, written)).toBe(before);
  });

  it('stays unsaved if the reader keeps typing while it is stored', () => {
    const sent = typed('', 'one');
    const settled = noteAfterSave(typeNote(sent, 'two'), sent, sent, note('one'));
    expect(settled).toEqual({ stored: 'one', typed: 'two', isJoined: false });
  });
});

describe('a note that another tab changes', () => {
  it('shows the new text if nothing was typed', () => {
    expect(applyRemoteNote(openNote(note('old')), note('new', saved + 1)).typed).toBe('new');
    expect(applyRemoteNote(openNote(note('old')), undefined).typed).toBe('');
  });

  it('puts the other version below what was typed', () => {
    const merged = applyRemoteNote(typed('', 'mine'), note('theirs'));
    expect(merged).toEqual({
      stored: 'theirs',
      typed: 'mine\n— Other version, saved 2026-11-24T21:30:00.000Z —\ntheirs',
      isJoined: true,
    });
    expect(isUnsaved(merged)).toBe(true);
  });

  it('keeps what was typed if the other tab removed the note', () => {
    expect(applyRemoteNote(typed('old', 'older'), undefined)).toMatchObject({
      stored: '',
      typed: 'older',
    });
  });

  it('reappears if it was emptied here and changed there', () => {
    expect(applyRemoteNote(typed('old', ''), note('new'))).toMatchObject({
      typed: 'new',
      isJoined: true,
    });
  });

  it('is merged with text typed while it was being stored', () => {
    const sent = typed('', 'mine');
    const joined = applyRemoteNote(sent, note('theirs'));
    const record = noteToRecord(joined, note('theirs'), written);
    const settled = noteAfterSave(typeNote(sent, 'mine too'), sent, joined, record);
    expect(settled.typed).toMatch(/^mine too\n— Other version, .*—\ntheirs$/);
    expect(isUnsaved(settled)).toBe(true);
  });

  it('stays as it is while both versions are too long for one note', () => {
    const merged = applyRemoteNote(typed('', 'a'.repeat(15_000)), note('b'.repeat(15_000)));
    expect(merged.typed).toBe('a'.repeat(15_000));
    const before = note('b'.repeat(15_000));
    expect(noteToRecord(merged, before, written)).toBe(before);
    expect(noteAfterSave(merged, merged, merged, before)).toEqual(merged);
    const shorter = typeNote(merged, 'a');
    expect(shorter.rival).toBeUndefined();
    expect(shorter.typed).toMatch(/^a\n— .*—\nb+$/);
  });

  it('keeps an older version unless the typed text contains it', () => {
    const saved = '— Other version, saved 2026-11-24T21:30:00.000Z —';
    const older = note(`theirs\n— Other version, saved 1970-01-01T00:00:00.001Z —\noldest`);
    expect(applyRemoteNote(typed('', 'mine'), older).typed).toBe(`mine\n${saved}\n${older.text}`);
    expect(applyRemoteNote(typed('', 'mine and theirs'), older).typed).toBe(
      'mine and theirs\n— Other version, saved 1970-01-01T00:00:00.001Z —\noldest',
    );
    expect(applyRemoteNote(typed('', 'theirs, then oldest'), older).typed).toBe(
      'theirs, then oldest',
    );
  });

  it.each(['yesterday, at noon', ''])(
    'treats a line that only looks like the end of a version as text (%s)',
    (moment) => {
      const odd = note(`one\n— Other version, saved ${moment} —\ntwo`);
      expect(applyRemoteNote(typed('', 'one'), odd).typed).toContain(odd.text);
    },
  );

  it('is stored with the fields of a later version', () => {
    fc.assert(
      fc.property(laterValue, (later) => {
        const before = withLaterFields(note('old'), later);
        const record = noteToRecord(typed('old', 'new'), before, written);
        expect(record).toEqual({ ...before, ...written, text: 'new' });
      }),
    );
  });

  it('has both texts, in any tab', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (before, mine, theirs) => {
        const draft = typed(before, mine);
        const other = theirs.trim() === '' ? undefined : note(theirs, saved + 1);
        const merged = applyRemoteNote(draft, other);
        if (isUnsaved(draft)) expect(merged.typed).toContain(mine.trim() === '' ? '' : mine);
        if (theirs !== before && other !== undefined) expect(merged.typed).toContain(theirs);
        expect(merged.stored).toBe(other?.text ?? '');
      }),
    );
  });
});

describe('a note waiting to be saved', () => {
  it('is restored as it was', () => {
    const draft = typeNote(openNote({ code: '8d8', text: 'old', at: 1 }), 'new\n"text"');
    expect(readUnsavedNote(writeUnsavedNote({ code: '8d8', draft }))).toEqual({
      value: { code: '8d8', draft },
    });
  });

  it('is given the other version again if it didn’t fit', () => {
    const mine = typeNote(openNote(undefined), 'a'.repeat(15_000));
    const theirs = { code: '8d8', text: 'b'.repeat(15_000), at: 1 };
    const text = writeUnsavedNote({ code: '8d8', draft: applyRemoteNote(mine, theirs) });
    const read = readUnsavedNote(text);
    expect('value' in read && applyRemoteNote(read.value.draft, theirs).rival).toEqual(theirs);
  });

  it('is reported if it is unreadable, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readUnsavedNote(text)).toHaveProperty('problem');
      }),
    );
  });
});
