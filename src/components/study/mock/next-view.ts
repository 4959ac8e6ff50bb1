import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScoredQuestion } from '../../../domain/mock/scored-question.ts';
import { chooseWhatNext, type QuestionToPractice } from '../../../domain/mock/what-next.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { StudyContext } from '../base/study-context.ts';

/** What to practice after a mock. */
export function nextView(
  scored: readonly ScoredQuestion[],
  context: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const { practice, notAssessed } = chooseWhatNext(scored);
  const weak = practice.filter(({ code }) => context.questions.has(code));
  const open = notAssessed.filter((code) => context.questions.has(code));
  const codes = [...weak.map(({ code }) => code), ...open];
  return html`<section class="stack">
    <h2>What to practice next</h2>
    ${
      weak.length === 0
        ? html`<p>
            ${
              open.length === scored.length
                ? 'You haven’t scored an answer, so there’s nothing to suggest yet.'
                : 'You scored 4 or 5 on everything you assessed. Try a mock interview with harder levels.'
            }
          </p>`
        : html`<ol>
            ${weak.map((question) => html`<li>${weakView(question, context)}</li>`)}
          </ol>`
    }
    ${
      open.length === 0
        ? nothing
        : html`<p>You haven’t scored these:</p>
            <ul>
              ${open.map((code) => html`<li>${practiceLink(code, context)}</li>`)}
            </ul>`
    }
    ${
      codes.length < 2
        ? nothing
        : html`<p>
            <a
              class="button primary"
              href="${context.paths.practice}#${writePracticeLink({
                kind: 'set',
                set: { name: 'After the mock interview', codes },
              })}"
              >Practice these ${codes.length} questions</a
            >
          </p>`
    }
  </section>`;
}

function weakView(
  { code, weak }: QuestionToPractice,
  context: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const criteria = context.questions.get(code)?.criteria ?? [];
  const named = weak.map(
    ({ criterion, score }) =>
      `${criteria[criterion]?.criterion ?? `Criterion ${criterion + 1}`} (${score})`,
  );
  return html`${practiceLink(code, context)}
    <br /><span class="note">Weakest: ${named.join('; ')}</span>`;
}

function practiceLink(
  code: string,
  { questions, paths }: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  const link = writePracticeLink({ kind: 'question', code });
  return html`<a href="${paths.practice}#${link}">${questions.get(code)?.title ?? code}</a>`;
}
