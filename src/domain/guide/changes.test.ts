import { describe, expect, it } from 'vitest';
import { codeAt, validContent, withChange } from '../../../tests/examples/valid-content.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { changesOf } from './changes.ts';

const noted = withChange(validContent(), 7, (text) =>
  text.replace(
    /^rubric:$/m,
    'changes:\n  - { on: "2026-11-02", what: "The answer says it differently since." }\nrubric:',
  ),
);
const content = {
  ...noted,
  sources: noted.sources.map((source, index) =>
    index === 0
      ? {
          ...source,
          text: `${source.text}changed: { on: 2026-11, what: "The law was amended." }\n`,
        }
      : source,
  ),
};

describe('the changes', () => {
  const { guide } = checkContent(content);
  const changes = guide === undefined ? [] : changesOf(guide);

  it('include those to sources and those to answers, newest first', () => {
    expect(changes.map(({ on, source }) => [on, source?.id])).toEqual([
      ['2026-11-02', undefined],
      ['2026-11', 'law-one'],
    ]);
  });

  it('apply to the question that notes them, or to all that cite the source', () => {
    expect(changes[0]?.questions.map(({ code }) => code)).toEqual([codeAt(7)]);
    expect(changes[1]?.questions).toHaveLength(guide?.questions.length ?? 0);
  });
});
