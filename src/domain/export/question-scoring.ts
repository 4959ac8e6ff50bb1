import type { Question } from '../guide/build-guide.ts';
import { escapeXml } from './part-html.ts';

/** What a follow-up question tests, after its reply: ` Tests: Names the harm.` */
export function testedBy(tests: string, { rubric }: Question): string {
  const [kind, place] = tests.split(' ');
  const criterion = rubric[Number(place) - 1]?.criterion;
  return kind === 'criterion' && criterion !== undefined
    ? ` Tests: ${criterion}.`
    : ` Tests step ${place} of the hint.`;
}

/**
 * The sample answers of a question as XHTML: all answers, then their scores, so that a reader can
 * score them first.
 *
 * @param level of their headings
 */
export function samplesHtml({ calibration, rubric }: Question, level: number): string {
  const heading = (words: string): string => `<h${level}>${words}</h${level}>`;
  const answers = calibration.map(
    ({ answer }, index) =>
      `${heading(`Answer ${'AB'[index]}`)}<blockquote><p>${escapeXml(answer)}</p></blockquote>`,
  );
  const scores = calibration.map(
    ({ title, scores: given }, index) =>
      `${heading(`Scores of answer ${'AB'[index]}`)}<p>${escapeXml(title)}</p><ul>${given
        .map(
          ({ score, why }, place) =>
            `<li>${escapeXml(rubric[place]?.criterion ?? '')}: <strong>${score}</strong>. ${escapeXml(why)}</li>`,
        )
        .join('')}</ul>`,
  );
  return [...answers, ...scores].join('\n');
}

/** The follow-up questions of a question as XHTML. */
export function probesHtml(question: Question): string {
  const items = question.probes.map(
    ({ ask, reply, tests }) =>
      `<dt>${escapeXml(ask)}</dt><dd>${escapeXml(reply + testedBy(tests, question))}</dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}
