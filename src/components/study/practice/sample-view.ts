import { html, nothing, type TemplateResult } from 'lit-html';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import { criterionView } from '../base/criterion-view.ts';
import type { PracticeSession } from './practice-session.ts';
import type { SampleCard } from './question-card.ts';

export function sampleView(sample: SampleCard, practice: PracticeSession): TemplateResult {
  const { question, place, isCompared } = sample;
  const name = `${practice.session.place} sample ${place}${isCompared ? ' compared' : ''}`;
  return html`<div class="scoring">
    <div class="stack">
      <p class="note">${question.title}</p>
      <h2 tabindex="-1" data-focus-key=${name}>
        ${isCompared ? 'How the guide scores it' : 'Score this sample first'}
      </h2>
      ${
        isCompared
          ? html`<p class="lead">${gapText(sample)}</p>`
          : html`<p>
              Someone else’s answer, so that your own scores are worth something. Score it, then see
              how the guide does.
            </p>`
      }
      <blockquote class="own-answer"><p>${sample.sample.answer}</p></blockquote>
      ${isCompared ? html`<p class="note">${sample.sample.title}</p>` : nothing}
    </div>
    <div class="rubric">
      ${question.criteria.map(
        (criterion, index) => html`${criterionView(
          {
            name: `sample-${place}-${index}`,
            criterion,
            score: sample.scores[index] ?? (index < sample.criterion ? null : undefined),
            isLocked: isCompared,
            isNext: !isCompared && sample.criterion === index,
          },
          (score) => {
            sample.score(index, score);
            practice.changed();
          },
        )}
        ${isCompared ? guideView(sample, index) : nothing}`,
      )}
      ${onwardView(sample, practice)}
    </div>
  </div>`;
}

function guideView({ sample, scores }: SampleCard, index: number): TemplateResult | typeof nothing {
  const given = sample.scores[index];
  if (given === undefined) return nothing;
  return html`<p class="guide-score">
    <strong>The guide: ${given.score}</strong>${
      scores[index] === null ? nothing : html`, you: ${scores[index]}`
    }. ${given.why}
  </p>`;
}

function gapText({ above }: SampleCard): string {
  const size = Math.abs(above ?? 0).toFixed(1);
  if (size === '0.0') return 'You gave the same score as the guide.';
  return `You scored it ${size} ${(above ?? 0) > 0 ? 'higher' : 'lower'} than the guide.`;
}

function onwardView(sample: SampleCard, practice: PracticeSession): TemplateResult {
  const own = (label: string, isMain: boolean): TemplateResult => html`<button
    type="button"
    class=${isMain ? 'primary' : 'quiet'}
    @click=${() => practice.showSample(undefined)}
  >
    ${label} ${isMain ? html`<kbd>Space</kbd>` : nothing}
  </button>`;
  if (!sample.isCompared) {
    return html`<aside class="result ink" aria-label="Sample answer">
      <div class="row">
        <button
          type="button"
          class="primary"
          aria-disabled=${sample.above === null}
          @click=${() => practice.compareSample()}
        >
          Compare with the guide <kbd>Space</kbd>
        </button>
        ${own('Skip to my answer', false)}
      </div>
    </aside>`;
  }
  const { samples } = settingsOf(practice.context.model.progress);
  const other = sample.place + 1;
  const hasOther = sample.question.calibration?.[other] !== undefined;
  return html`<aside class="result ink" aria-label="Sample answer">
    <p class="note">${leniencyText(samples)}</p>
    <div class="row">
      ${own('Score my answer', true)}
      ${
        hasOther
          ? html`<button type="button" @click=${() => practice.showSample(other)}>
              Another sample
            </button>`
          : nothing
      }
    </div>
  </aside>`;
}
