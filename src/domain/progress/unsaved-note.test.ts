import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyRemoteNote,
  openNote,
  readUnsavedNote,
  typeNote,
  writeUnsavedNote,
} from './note-draft.ts';

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
