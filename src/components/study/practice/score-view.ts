import { html, nothing } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { tellsOwnStories } from '../../../domain/guide/own-stories.ts';
import { fittingFollowUp } from '../../../domain/practice/follow-up.ts';
import { canFinish } from '../../../domain/practice/ladder.ts';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import { cutAtRanges } from '../../../domain/practice/mark-ranges.ts';
import { answerWords, meanScore, scoreText } from '../../../domain/practice/score-bands.ts';
import { currentCard, noteReview } from '../../../domain/practice/session-format.ts';
import type { TouchedPoint } from '../../../domain/practice/touched-points.ts';
import { cardId, maxNoteLength, type Score } from '../../../domain/progress/records.ts';
import { gradeFromScores } from '../../../domain/review/grade.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import {
  compareWithGuide,
  guideScoreView,
  rubricView,
  scoreRadios,
} from '../base/criterion-view.ts';
import { questionParts } from '../base/question-parts.ts';
import { forwardButton } from '../base/shortcuts.ts';
import { previewGrade } from './grade-card.ts';
import { meanAboveGuide, type PracticeSession, type Sample } from './practice-session.ts';
import type { PracticePage } from './practice-starter.ts';
import type { QuestionCard } from './question-card.ts';
import { playerView } from './voice-player.ts';

export function scoreView(card: QuestionCard, practice: PracticeSession, host: PracticePage) {
  const coverage = coverageOf(card, host);
  const { criterion: next, scores } = card.ladder;
  const isScored = scores.every((score) => score !== null);
  const key = practice.isRetrying ? 'retry score' : `${practice.session.place} score`;
  const page = practice.context.paths.question(card.question.slug);
  const parts = ['hint', 'outline', 'answer', 'listening', 'flags', 'probes'] as const;
  const rubric = html`${scores.length > 1 ? alikeView(practice, scores) : nothing}
    ${rubricView(
      { name: 'criterion', criteria: card.question.criteria, scores, next },
      (score, criterion) => practice.act({ type: 'score', criterion, score }),
    )}
    <div class="after stack">${isScored ? followUpView(card, practice, coverage) : nothing} ${leniencyView(card, practice)}</div>`;
  return screenView({ title: 'Score your answer', key, how: howToScore }, [
    ownAnswerView(card, coverage, host),
    rubric,
    questionParts(page, ...parts),
    resultView(card, practice),
  ]);
}

/**
 * Shows an answer beside its rubric, then more about the question, and finally a bar with the
 * result and the next step.
 */
function screenView(
  { title, key, how }: { title: string; key: string; how: unknown },
  [answer, rubric, more, result]: readonly unknown[],
) {
  return html`<div class="row">
      <h2 tabindex="-1" data-focus-key=${key}>${title}</h2>
      ${how}
    </div>
    <div class="scoring">
      <div class="stack">${answer}</div>
      <div class="rubric">${rubric}</div>
      ${more}
    </div>
    <aside class="result row dock ink ruled" aria-label="Your score">${result}</aside>`;
}

const howToScore = html`<p class="note how">
  Pick the closest sentence. 2 and 4 are in between, and – means not assessed.
  <span class="keys">Keys: 0 to 5, and A gives all criteria the first score.</span>
</p>`;

/** Gives all criteria the same score with one press. The reader then changes those that differ. */
function alikeView(practice: PracticeSession, scores: readonly Score[]) {
  const [first] = scores;
  const score = scores.every((other) => other === first) ? (first ?? undefined) : undefined;
  const give = (given: Score) => practice.act({ type: 'score-all', score: given });
  return html`<fieldset class="alike">
    <legend>Same for all</legend>
    ${scoreRadios('alike', [1, 2, 3, 4, 5], score, give)}
  </fieldset>`;
}

function coverageOf(card: QuestionCard, { compare }: PracticePage): readonly TouchedPoint[] {
  const { answer } = card.ladder;
  // Readers tell their own stories, which can't be compared with the wording of a hint.
  if (answer.trim() === '' || tellsOwnStories(card.question.level)) return [];
  return compare?.(card.question, answer) ?? [];
}

function ownAnswerView(card: QuestionCard, coverage: readonly TouchedPoint[], host: PracticePage) {
  const { ladder, question, seconds } = card;
  const typed = html`<p class="typed">${markedView(ladder.answer, coverage)}</p>
    <p class="note">
      <button type="button" class="link" @click=${() => void addAnswerToNotes(card, host)}>
        Add to my notes
      </button>
    </p>`;
  return html`<section class="own-answer panel main stack" aria-labelledby="own-answer">
    <h3 id="own-answer">
      Your answer
      <span class="note">${clockText(seconds)} of ${clockText(question.minutes * 60)}</span>
    </h3>
    ${playerView(card)} ${ladder.answer.trim() === '' ? nothing : typed}
    ${host.noticeAt('note')} ${coverage.length === 0 ? nothing : coverageView(coverage)}
  </section>`;
}

/**
 * Marks the words in the answer that count toward key points, and adds the numbers of those points.
 */
function markedView(answer: string, coverage: readonly TouchedPoint[]) {
  let end = 0;
  const ranges = coverage.flatMap((point) => point.ranges);
  return cutAtRanges(answer, ranges).map(({ text, isMatch }) => {
    const start = end;
    end += text.length;
    if (!isMatch) return text;
    const numbers = coverage.flatMap((point, place) =>
      point.ranges.some((range) => range[0] < start + text.length && range[1] > start)
        ? [place + 1]
        : [],
    );
    const isPartly = numbers.every((number) => coverage[number - 1]?.touch === 'partly');
    return html`<mark class=${isPartly ? 'partly' : ''}>${text}<sup>${numbers.join(' ')}</sup></mark>`;
  });
}

const touchWords = {
  touched: 'covered',
  partly: 'partly covered',
  'not touched': 'not found in your words',
} as const;

function coverageView(coverage: readonly TouchedPoint[]) {
  const count = (wanted: string) => coverage.filter(({ touch }) => touch === wanted).length;
  const partly = count('partly');
  return html`<details class="coverage" ?open=${matchMedia('(min-width: 64rem)').matches}>
    <summary>
      Your words cover ${count('touched')} of ${coverage.length} key points${partly === 0 ? '' : ` and ${partly} partly`}
    </summary>
    <ol class="points plain">
      ${coverage.map(
        ({ point, touch }, place) => html`<li data-touch=${touch}>
          <details>
            <summary>
              <b>${place + 1}</b>
              <span>${nameOf(point)} <span class="touch">${touchWords[touch]}</span></span>
            </summary>
            <p class="note">${point}</p>
          </details>
        </li>`,
      )}
    </ol>
    <p class="note">
      The numbers in your answer are those of the key points. This isn’t a score: a good answer can
      make a point in different words.
    </p>
  </details>`;
}

/** Returns a point's first sentence without its period, such as "Walk the workflow". */
function nameOf(point: string): string {
  return /^[^.?!]{3,80}(?=[.?!])/.exec(point)?.[0] ?? point.replace(/\.$/, '');
}

function resultView(card: QuestionCard, practice: PracticeSession) {
  const mean = meanScore(card.ladder.scores);
  const canSave = canFinish(card.ladder);
  const isLast = currentCard(noteReview(practice.session, 'next')) === undefined;
  const label = isLast ? 'Save and finish' : 'Save and continue';
  const save = () => practice.act({ type: 'finish' });
  return html`<p role="status">
      ${mean === null ? nothing : html`<b class="numeral">${scoreText(mean)}</b> <span class="note">out of 5.</span>`}
      <strong>${wordsOf(card, practice)}</strong>
    </p>
    <div class="row">
      ${
        canSave
          ? forwardButton(practice.isRetrying ? 'See your results' : label, save)
          : html`<button type="button" class="primary" @click=${showUnscored}>Go to the criteria</button>`
      }
      <button type="button" class="quiet" data-key="ArrowLeft" @click=${() => practice.act({ type: 'back' })}>
        Back
      </button>
    </div>`;
}

function wordsOf({ question, ladder }: QuestionCard, practice: PracticeSession): string {
  const open = ladder.scores.filter((score) => score === null).length;
  const words = answerWords(ladder.scores)?.replace(/,.*/, '.');
  const grade = gradeFromScores(ladder.scores);
  if (words === undefined || grade === null || open > 0) return `${open} to score`;
  if (practice.isRetrying) return `${words} This try isn’t saved.`;
  const next = previewGrade(practice.context, cardId('question', question.code), grade);
  return next === undefined ? words : `${words} ${next}`;
}

function followUpView(
  card: QuestionCard,
  { context }: PracticeSession,
  coverage: readonly TouchedPoint[],
) {
  const id = cardId('question', card.question.code);
  const practiced = context.model.progress.reviews
    .filter((review) => review.card === id)
    .flatMap(({ followUp }) => followUp ?? []);
  const followUp = fittingFollowUp(card.question, {
    scores: card.ladder.scores,
    missing: coverage.flatMap(({ touch }, place) => (touch === 'not touched' ? [place] : [])),
    practiced: new Set(practiced),
  });
  if (followUp === undefined) return nothing;
  const { place, ask, reply, because } = followUp;
  const note = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open) card.followUp = place;
  };
  return html`<div class="follow-up panel stack">
    <h3 class="note">Follow-up question</h3>
    <p>${ask}</p>
    <details @toggle=${note}>
      <summary>Answer it out loud, then see what a good reply covers</summary>
      <p>${reply}</p>
    </details>
    ${because && html`<p class="note">It tests: ${nameOf(because)}</p>`}
  </div>`;
}

function leniencyView({ question }: QuestionCard, practice: PracticeSession) {
  const leniency = leniencyText(practice.context.settings.samples);
  const hasSample = question.calibration !== undefined;
  if (leniency === undefined && !hasSample) return nothing;
  const button = html`<button type="button" class="link" @click=${() => practice.showSample(0)}>
    Score a sample answer
  </button>`;
  return html`<p class="note">${leniency} ${hasSample ? button : nothing}</p>`;
}

function showUnscored(): void {
  const criterion = document.querySelector('.criterion[data-next]');
  criterion?.querySelector('input')?.focus({ preventScroll: true });
  criterion?.scrollIntoView({ block: 'center' });
}

async function addAnswerToNotes(
  { question, ladder }: QuestionCard,
  host: PracticePage,
): Promise<void> {
  const answer = ladder.answer.trim();
  let fits = true;
  const saved = await host.context.model.store.update('notes', question.code, (note) => {
    // If the note already ends with the answer, pressing again adds nothing.
    if (note?.text.endsWith(answer)) return note;
    const text = note === undefined ? answer : `${note.text}\n\n${answer}`;
    fits = text.length <= maxNoteLength;
    return fits ? { ...note, code: question.code, text, at: now() } : note;
  });
  if ('problem' in saved) return;
  const done = { tone: 'good', text: 'Your answer was added to your notes.' } as const;
  const full = 'Your note on this question is full. Shorten it first.';
  host.notify('note', fits ? done : { tone: 'problem', text: full });
}

export function sampleView(sample: Sample, card: QuestionCard, practice: PracticeSession) {
  const { place, answer: given, ladder } = sample;
  const { scores, criterion: next } = ladder;
  const isCompared = ladder.step === 'scored';
  const isFirst = practice.hasNeverScored;
  const rubric = rubricView(
    {
      name: `sample-${place}`,
      criteria: card.question.criteria,
      scores,
      isLocked: isCompared,
      next,
    },
    (score, criterion) => practice.act({ type: 'score', criterion, score }),
  );
  const name = `${practice.session.place} sample ${place}${isCompared ? ' compared' : ''}`;
  const lead = isCompared
    ? html`<p class="lead">${gapText(sample)}</p>`
    : html`<p class="note">Someone else’s answer to the same question:</p>`;
  const title = isCompared ? 'How the guide scores it' : 'Practice scoring on a sample answer';
  const answer = html`${lead}
    <blockquote class="panel main">${given.answer}</blockquote>
    ${isCompared ? html`<p class="note">In short: ${given.title}</p>` : nothing}
    ${foldedView(card)}`;
  const compared = html`${rubric.map((view, index) => [
    view,
    isCompared ? guideScoreView(given.scores[index], scores[index]) : nothing,
  ])}`;
  const how = isCompared ? nothing : isFirst ? whyFirst(practice) : howToScore;
  const onward = onwardView(sample, card, practice);
  return screenView({ title, key: name, how }, [answer, compared, nothing, onward]);
}

/** Before readers score for the first time, says what the sample is for, and lets them skip it. */
function whyFirst(practice: PracticeSession) {
  return html`<button type="button" @click=${() => practice.showSample(undefined)}>
      Skip to my answer
    </button>
    <p class="how">
      Your answer is saved. This takes about two minutes: score the sample below,
      then see the guide’s scores, so that you know what a 3 or a 5 looks like when you score your
      own.
    </p>
    ${howToScore}`;
}

function foldedView(card: QuestionCard) {
  const { ladder, seconds } = card;
  const isSpoken = ladder.answer.trim() === '' && card.recording === undefined;
  const text = isSpoken ? 'You said it out loud, and didn’t type or record it.' : ladder.answer;
  return html`<details class="own-answer panel main">
    <summary>Your answer <span class="note">${clockText(seconds)}</span></summary>
    ${playerView(card)}
    <p class="typed">${text}</p>
  </details>`;
}

function gapText(sample: Sample): string {
  const above = meanAboveGuide(sample) ?? 0;
  const size = Math.abs(above).toFixed(1);
  if (size === '0.0') return 'You gave the same score as the guide.';
  return `You scored it ${size} ${above > 0 ? 'higher' : 'lower'} than the guide.`;
}

function onwardView(
  { place, ladder }: Sample,
  { question }: QuestionCard,
  practice: PracticeSession,
) {
  const toOwn = () => practice.showSample(undefined);
  if (ladder.step !== 'scored') {
    const open = ladder.scores.filter((score) => score === null).length;
    return html`<p><strong>${open === 0 ? nothing : `${open} to score`}</strong></p>
      <div class="row">
      <button type="button" class="primary" aria-disabled=${!canFinish(ladder)}
        @click=${() => practice.act({ type: 'finish' })}>
        ${compareWithGuide} <kbd>Space</kbd>
      </button>
      ${practice.hasNeverScored ? nothing : html`<button type="button" class="quiet" @click=${toOwn}>Back to my answer</button>`}
      </div>`;
  }
  const other = place + 1;
  const button = html`<button type="button" @click=${() => practice.showSample(other)}>
    Another sample
  </button>`;
  return html`<p>${leniencyText(practice.context.settings.samples)}</p>
    <div class="row">
      ${forwardButton('Now score my answer', toOwn)}
      ${question.calibration?.[other] === undefined ? nothing : button}
    </div>`;
}
