import { describe, expect, it } from 'vitest';
import { exampleBook } from '../../../tests/examples/example-book.ts';
import { levels, topics } from '../../guide-settings.ts';
import { type PracticeChoice, readPracticeLink, writePracticeLink } from './practice-link.ts';

const book = { ...exampleBook, learningPaths: ['night-before'] };
const choices: readonly PracticeChoice[] = [
  { kind: 'today' },
  { kind: 'terms', of: { kind: 'weak' } },
  { kind: 'terms', of: { kind: 'topic', id: topics[1].id } },
  { kind: 'level', id: levels[1].id },
  { kind: 'topic', id: topics[1].id },
  { kind: 'path', id: 'night-before' },
  { kind: 'question', code: '244' },
  { kind: 'set', set: { name: 'Team Zürich', codes: ['233', '222'] } },
];

describe('a link to practice', () => {
  it.each(choices)('to $kind reads back as it was written', (choice) => {
    const fragment = writePracticeLink(choice);
    expect(readPracticeLink(`#${fragment}`, book)).toEqual({ choice, problems: [] });
  });

  it('opens the choice if it is empty', () => {
    expect(readPracticeLink('', book)).toEqual({ problems: [] });
  });

  it('names questions that are retired or unknown and keeps the rest', () => {
    expect(readPracticeLink('#1.set.222zzzyyy', book)).toEqual({
      choice: { kind: 'set', set: { name: '', codes: ['222'] } },
      problems: [
        'Question zzz was removed on December 1, 2026: Merged with another.',
        'This guide has no question with the code yyy.',
      ],
    });
  });

  it.each([
    ['#1.level.nonsense', 'no level with that name'],
    ['#1.path.toString', 'no learning path with that name'],
    ['#1.question.yyy', 'no question with the code yyy'],
    ['#1.terms.topic.nonsense', 'which terms'],
    ['#1.dance', 'doesn’t say what to practice'],
    ['#2.today', 'needs a newer version'],
    ['#<img src=x onerror=alert(1)>', 'isn’t a link to practice'],
  ])('%s is answered with a sentence', (fragment, sentence) => {
    const { choice, problems } = readPracticeLink(fragment, book);
    expect(choice).toBeUndefined();
    expect(problems.join(' ')).toContain(sentence);
  });
});
