import { expect, it } from 'vitest';
import { isCrisis } from './crisis-words.ts';

it.each([
  'suicide',
  'Suicidal user of a chatbot',
  'someone typed they want to kill themselves into our bot',
  'self-harm',
  'self harming teen',
  'I don’t want to live, end my life',
  '988',
  'wants to die',
])('%s is about a crisis', (query) => {
  expect(isCrisis(query)).toBe(true);
});

it.each(['kill switch', '3,988 patients', 'end the pilot', 'die casting', 'harm to patients', ''])(
  '%j isn’t',
  (query) => {
    expect(isCrisis(query)).toBe(false);
  },
);
