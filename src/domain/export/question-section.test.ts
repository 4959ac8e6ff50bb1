import { describe, expect, it } from 'vitest';
import { validContent } from '../../../tests/examples/valid-content.ts';
import { checkContent } from '../content-checks/check-content.ts';
import { probesHtml, samplesHtml, testedBy } from './question-section.ts';

const [question] = checkContent(validContent()).guide?.questions ?? [];
if (question === undefined) throw new Error('The content of the tests is not valid.');
const { rubric, calibration, probes } = question;

describe('what a question is scored by', () => {
  it('names the criterion or the step that a follow-up tests', () => {
    expect(testedBy('criterion 2', question)).toBe(` Tests: ${rubric[1]?.criterion}.`);
    expect(testedBy('hint 3', question)).toBe(' Tests step 3 of the hint.');
    const html = probesHtml(question);
    for (const { ask } of probes) expect(html).toContain(`<dt>${ask}</dt>`);
  });

  it('shows both sample answers before any score', () => {
    const html = samplesHtml(question, 3);
    const [answers = '', ...scores] = html.split('<h3>Scores for answer A</h3>');
    for (const { answer, scores: given } of calibration) {
      expect(answers).toContain(answer);
      for (const { why } of given) expect(scores.join()).toContain(why);
    }
  });
});
