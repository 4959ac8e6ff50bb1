import { html, nothing, type TemplateResult } from 'lit-html';
import type { CardQuestion } from '../../../domain/mock/scorecard-run.ts';
import { leniencyText, meanAbove } from '../../../domain/practice/leniency.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { criterionView } from '../base/criterion-view.ts';
import type { OpenMock } from './open-mock.ts';
import type { Room } from './room.ts';

/** A question whose sample answers can be scored. */
interface CalibrationState {
  readonly open: OpenMock;
  readonly entry: CardQuestion;
  readonly question: StudyQuestion;
}

type Sample = NonNullable<StudyQuestion['calibration']>[number];

/** Lets the interviewer score the guide's sample answers before a candidate's. */
export function calibrationView(
  { open, entry, question }: CalibrationState,
  { interviewer, openSamples, host }: Room,
): TemplateResult | typeof nothing {
  const { calibration = [], criteria } = question;
  if (calibration.length === 0) return nothing;
  const scored = calibration.map((_, sample) => entry.samples?.[sample]);
  const isCompared = scored.every((sample) => sample?.isCompared === true);
  const isWhole = scored.every((sample) =>
    criteria.every((_, criterion) => (sample?.scores[criterion] ?? null) !== null),
  );
  const isOpen = openSamples.has(entry.code);
  const toggle = ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open) openSamples.add(entry.code);
    else openSamples.delete(entry.code);
    host.update();
  };
  const samplesView = (): TemplateResult => html`<div class="stack">
      ${
        isCompared
          ? nothing
          : html`<p class="note">Two sample answers to this question. The guide’s scores stay hidden.</p>`
      }
      ${calibration.map((sample, place) =>
        isCompared
          ? comparedView(sample, place, { own: scored[place]?.scores ?? [], criteria })
          : html`<section class="stack" data-question="${entry.code} sample ${place + 1}">
              <h4>Answer ${'AB'[place] ?? place + 1}</h4>
              <blockquote>${sample.answer}</blockquote>
              ${criteria.map((criterion, index) =>
                criterionView(
                  {
                    name: `sample-${entry.code}-${place}-${index}`,
                    criterion,
                    score: scored[place]?.scores[index] ?? null,
                    isLocked: false,
                  },
                  (score) =>
                    interviewer.scoreSample(
                      open,
                      entry.code,
                      { sample: place, criterion: index },
                      score,
                    ),
                ),
              )}
            </section>`,
      )}
      ${
        isCompared
          ? summaryView(
              entry.code,
              scored.map((sample) => sample?.scores ?? []),
              calibration,
            )
          : html`<div class="row">
              <button
                type="button"
                class="primary"
                @click=${() => interviewer.compareSamples(open, entry.code, calibration.length)}
              >
                Compare with the guide
              </button>
              ${isWhole ? nothing : html`<p class="note">Criteria without a score won’t be compared.</p>`}
            </div>`
      }
    </div>`;
  return html`<details class="panel calibration no-print" ?open=${isOpen} @toggle=${toggle}>
    <summary>
      Calibrate: ${isCompared ? 'see how you scored' : 'score these two, then compare'}
    </summary>
    ${isOpen ? samplesView() : nothing}
  </details>`;
}

function comparedView(
  { title, answer, scores }: Sample,
  place: number,
  {
    own,
    criteria,
  }: {
    readonly own: readonly Score[];
    readonly criteria: StudyQuestion['criteria'];
  },
): TemplateResult {
  return html`<section class="stack">
    <h4>Answer ${'AB'[place] ?? place + 1}: ${title}</h4>
    <blockquote>${answer}</blockquote>
    <table>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col" class="number">You</th>
          <th scope="col" class="number">Guide</th>
        </tr>
      </thead>
      <tbody>
        ${scores.map(({ score, why }, index) => {
          const given = own[index] ?? null;
          const isApart = given !== null && Math.abs(given - score) >= 2;
          return html`<tr class=${isApart ? 'apart' : ''}>
            <th scope="row">
              ${criteria[index]?.criterion} <span class="note">${why}</span>
            </th>
            <td class="number">${given ?? html`<span aria-label="not assessed">–</span>`}</td>
            <td class="number">${score}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

/** How the interviewer scores beside the guide, over these samples. */
function summaryView(
  code: string,
  own: readonly (readonly Score[])[],
  calibration: readonly Sample[],
): TemplateResult {
  const samples = calibration.flatMap(({ scores }, answer) => {
    const guide = scores.map(({ score }) => score);
    const above = meanAbove(own[answer] ?? [], guide);
    return above === null ? [] : [{ code, answer, above }];
  });
  return html`<p role="status" class="good">
    ${leniencyText(samples) ?? 'You haven’t scored a criterion, so there’s nothing to compare.'}
  </p>`;
}
