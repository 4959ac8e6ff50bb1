import { describe, expect, it } from 'vitest';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { validContent } from '../tests/examples/valid-content.ts';
import { kinds, UsageError } from './new-kinds.ts';

const { guide, names } = checkContent(validContent());
if (guide === undefined) throw new Error('The content for tests is not valid.');
const content = () => ({ guide, names });
const today = '2026-12-01';
const title = 'A title of some length';

describe('npm run new', () => {
  it.each([
    ['question', { text: title }, 'The level is missing. Expected --level with one of beginner,'],
    [
      'question',
      { text: title, level: 'advnced' },
      `"advnced" isn't a level. Did you mean "advanced"?`,
    ],
    ['question', { text: 'Short?' }, 'Expected 20 to 200 characters, found "Short?".'],
    ['source', { text: '' }, 'The title is missing. Expected 4 to 220 characters, found nothing.'],
    ['term', { text: 'Term' }, 'The source is missing. Expected --source with a file name in'],
    [
      'term',
      { text: 'Term', source: 'law-onn' },
      `"law-onn" isn't a source. Did you mean "law-one"?`,
    ],
    ['path', { text: title, questions: '2bb,2bc' }, 'three or more questions, each listed once'],
    [
      'path',
      { text: title, questions: '2bb,2bc,2bb' },
      'three or more questions, each listed once',
    ],
    ['path', { text: title, questions: '2bb,2bc,zzz' }, `"zzz" isn't a question. Expected a code`],
    ['figure', { text: 'x' }, 'Expected 8 to 90 characters, found "x".'],
    ['lab', { text: '????' }, '"????" has no words to make a name from.'],
  ] as const)(
    'says what is missing or wrong in the request for a %s: %j',
    (kind, request, message) => {
      const ask = () => kinds[kind].make({ ...request, content, today });
      expect(ask).toThrow(UsageError);
      expect(ask).toThrow(message);
    },
  );
});
