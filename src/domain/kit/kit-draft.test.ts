import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nastyText } from '../../../tests/fuzz/fuzz.ts';
import { readKitDraft, writeKitDraft } from './kit-draft.ts';

const draft = { name: 'Senior PM', codes: ['222', '8d8'], minutes: 45, names: ['Ana', ''] };

it('an interview that isn’t started is read as it was written, and an empty one isn’t saved', () => {
  const { minutes: _, ...suggested } = draft;
  for (const one of [draft, suggested, { ...draft, codes: [] }]) {
    expect(readKitDraft(writeKitDraft(one) ?? '')).toMatchObject({ value: one });
  }
  expect(writeKitDraft({ name: '', codes: [], names: ['', ''] })).toBeNull();
});

it('any other text is a problem, never an error', () => {
  for (const change of [{ version: 2 }, { codes: ['<b>'] }, { names: [] }, { minutes: 0 }]) {
    expect(readKitDraft(JSON.stringify({ version: 1, ...draft, ...change }))).toHaveProperty(
      'problem',
    );
  }
  fc.assert(fc.property(nastyText, (text) => 'problem' in readKitDraft(text)));
});
