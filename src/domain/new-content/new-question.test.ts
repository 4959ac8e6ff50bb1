import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { sampled } from '../../../tests/support/sampled.ts';
import { levels } from '../../guide-settings.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { newQuestion } from './new-question.ts';

const content = validContent();
const { guide, names } = checkContent(content);
if (guide === undefined) throw new Error('The content for tests is not valid.');

const title = 'What is a question with words?';
const today = '2026-12-01';
const template = readFileSync('scripts/templates/question.mdx', 'utf8');

function make(title: string, taken: ReadonlySet<string> = names, random = () => 0.5) {
  return newQuestion({
    template,
    guide: guide as NonNullable<typeof guide>,
    taken,
    level: levels[1].id,
    title,
    today,
    random,
  });
}

describe('a new question', () => {
  it.each(sampled(levels, 2).map(({ id }) => id))(
    'is valid in the level %s, whatever its neighbor cites',
    (level) => {
      const outdated = content.sources.map(({ file, text }) => ({
        file,
        text: file.includes('law-one')
          ? text.replace('status: published', 'status: superseded')
          : text,
      }));
      const history = content.questions.map(({ file, text }) => ({
        file,
        text: text
          .replace('id="law-one"', 'id="law-one" history')
          .replace(
            /<Cite id="guidance-three" .>/,
            '<Cite id="guidance-three" /> <Cite id="law-four" />',
          ),
      }));
      const law = outdated.find(({ file }) => file.includes('guidance-three'))?.text ?? '';
      const files = {
        ...content,
        questions: history,
        sources: [
          ...outdated,
          {
            file: 'src/content/sources/law-four.yaml',
            text: law.replaceAll('guidance-three', 'law-four'),
          },
        ],
      };
      const { guide: around, issues } = checkContent(files);
      expect(issues).toEqual([]);
      if (around === undefined) return;
      const made = newQuestion({
        template,
        guide: around,
        taken: names,
        level,
        title,
        today,
        random: () => 0.5,
      });
      const after = checkContent({
        ...files,
        questions: [
          ...files.questions,
          { file: `src/content/questions/${made.slug}.mdx`, text: made.page },
        ],
        ledger: { ...files.ledger, text: files.ledger.text + made.ledgerLine },
      });
      expect(after.issues).toEqual([]);
    },
  );

  it('is valid as it is written, with its line in the ledger', () => {
    const made = make('How would you price a "smart" device: for whom?');
    const { issues, unwritten } = checkContent({
      ...content,
      questions: [
        ...content.questions,
        { file: `src/content/questions/${made.slug}.mdx`, text: made.page },
      ],
      ledger: { ...content.ledger, text: content.ledger.text + made.ledgerLine },
    });
    expect(issues).toEqual([]);
    expect(unwritten).toEqual([
      { file: `src/content/questions/${made.slug}.mdx`, line: 4, places: 48 },
    ]);
    expect(made.slug).toBe('how-would-you-price-a-smart');
  });

  it('never reuses a code', () => {
    const { code } = make('What is a question with words?');
    const again = make('What is a question with words?', new Set([...names, code]));
    expect(again.code).not.toBe(code);
  });

  it('gets a longer address when the short one is taken', () => {
    const taken = new Set([...names, 'how-would-you-price-a-device']);
    expect(make('How would you price a device for clinics?', taken).slug).toBe(
      'how-would-you-price-a-device-for',
    );
  });

  it('needs words', () => {
    expect(() => make('??????????????????????')).toThrow(RangeError);
  });

  it('has a code that YAML does not take for a number', () => {
    for (let seed = 0; seed < 1; seed += 0.001) {
      const { code } = make('What is a question with words?', new Set(), () => seed);
      expect(code).toMatch(/[a-z]/);
    }
  });
});
