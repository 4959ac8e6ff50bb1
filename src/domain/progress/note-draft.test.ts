import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hearNote,
  isUnsaved,
  type NoteDraft,
  noteToStore,
  openNote,
  settleNote,
  typeNote,
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
    const record = noteToStore(draft, note('Ask about drift'), written);
    expect(record).toEqual({ code: '8d8', text: 'Ask about drift first', at: written.at });
    expect(isUnsaved(settleNote(draft, draft, draft, record))).toBe(false);
  });

  it('is removed when it is emptied, and blank text counts as none', () => {
    expect(noteToStore(typed('old', ' \n'), note('old'), written)).toBeUndefined();
    expect(isUnsaved(typeNote(openNote(undefined), '  '))).toBe(false);
  });

  it('isn’t written again when nothing changed', () => {
    const before = note('same');
    expect(noteToStore(typed('same', 'same'), before, written)).toBe(before);
  });

  it('stays unsaved when the reader typed on while it was stored', () => {
    const sent = typed('', 'one');
    const settled = settleNote(typeNote(sent, 'two'), sent, sent, note('one'));
    expect(settled).toEqual({ stored: 'one', typed: 'two', isJoined: false });
  });
});

describe('a note that is changed elsewhere', () => {
  it('shows the new text if nothing was typed', () => {
    expect(hearNote(openNote(note('old')), note('new', saved + 1)).typed).toBe('new');
    expect(hearNote(openNote(note('old')), undefined).typed).toBe('');
  });

  it('puts the other version below what was typed', () => {
    const heard = hearNote(typed('', 'mine'), note('theirs'));
    expect(heard).toEqual({
      stored: 'theirs',
      typed: 'mine\n— Other version, saved 2026-11-24T21:30:00.000Z —\ntheirs',
      isJoined: true,
    });
    expect(isUnsaved(heard)).toBe(true);
  });

  it('keeps what was typed if the other tab removed the note', () => {
    expect(hearNote(typed('old', 'older'), undefined)).toMatchObject({
      stored: '',
      typed: 'older',
    });
  });

  it('comes back if it was emptied here and changed there', () => {
    expect(hearNote(typed('old', ''), note('new'))).toMatchObject({ typed: 'new', isJoined: true });
  });

  it('is joined with what was typed while it was being stored', () => {
    const sent = typed('', 'mine');
    const joined = hearNote(sent, note('theirs'));
    const record = noteToStore(joined, note('theirs'), written);
    const settled = settleNote(typeNote(sent, 'mine too'), sent, joined, record);
    expect(settled.typed).toMatch(/^mine too\n— Other version, .*—\ntheirs$/);
    expect(isUnsaved(settled)).toBe(true);
  });

  it('is left alone while both versions are too long for one note', () => {
    const heard = hearNote(typed('', 'a'.repeat(15_000)), note('b'.repeat(15_000)));
    expect(heard.typed).toBe('a'.repeat(15_000));
    const before = note('b'.repeat(15_000));
    expect(noteToStore(heard, before, written)).toBe(before);
    expect(settleNote(heard, heard, heard, before)).toEqual(heard);
    const shorter = typeNote(heard, 'a');
    expect(shorter.rival).toBeUndefined();
    expect(shorter.typed).toMatch(/^a\n— .*—\nb+$/);
  });

  it('has both texts, whatever they are and in whichever tab they meet', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (before, mine, theirs) => {
        const draft = typed(before, mine);
        const other = theirs.trim() === '' ? undefined : note(theirs, saved + 1);
        const heard = hearNote(draft, other);
        if (isUnsaved(draft)) expect(heard.typed).toContain(mine.trim() === '' ? '' : mine);
        if (theirs !== before && other !== undefined) expect(heard.typed).toContain(theirs);
        expect(heard.stored).toBe(other?.text ?? '');
      }),
    );
  });
});
