import { isUnsaved, type NoteDraft } from '../../../domain/progress/note-draft.ts';

/** What last happened to a note. */
export type NoteEvent = 'none' | 'saved' | 'failed' | 'heard';

/** Says how a note stands, in a sentence for people. */
export function noteStatus(draft: NoteDraft, last: NoteEvent): string {
  if (draft.rival !== undefined) return noRoom;
  if (last === 'failed') return 'Not saved. What you typed is still here.';
  const joined = draft.isJoined ? bothKept : '';
  if (isUnsaved(draft)) return joined;
  if (last === 'heard') return 'This note was changed in another tab. Here is the new text.';
  if (last !== 'saved') return 'Saves by itself, on this device only.';
  return joined + (draft.stored === '' ? 'The note was removed.' : 'Saved on this device.');
}

const bothKept =
  'This note was changed in another tab while you typed. Both versions are kept, yours on top. ';
const noRoom =
  'This note was changed in another tab while you typed, and both versions together are too long for one note. Yours isn’t saved. Shorten it or copy it.';
