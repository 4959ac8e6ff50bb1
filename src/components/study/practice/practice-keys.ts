import type { LadderAction } from '../../../domain/practice/ladder.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { compareWithGuide } from '../base/criterion-view.ts';
import { forward, type Shortcut } from '../base/shortcuts.ts';
import { anotherQuestion, scoreAnswer, startClock } from './answering-view.ts';
import type { PracticeSession } from './practice-session.ts';
import { QuestionCard, type SampleCard, type TermCard } from './question-card.ts';
import { scoreOwn } from './score-view.ts';
import { gradeOfKey } from './session-view.ts';

/** Returns the shortcuts that work now. Each of them also has a button. */
export function practiceKeys(practice: PracticeSession): readonly Shortcut[] {
  const { current, sample } = practice;
  if (current === undefined) return endingKeys();
  if (!(current instanceof QuestionCard)) return termKeys(practice, current);
  if (sample !== undefined) return sampleKeys(practice, sample);
  const { step } = current.ladder;
  if (step === 'question') return readyKeys(practice);
  return step === 'answering' ? answeringKeys(practice, current) : scoringKeys(practice, current);
}

function readyKeys(practice: PracticeSession): Shortcut[] {
  return [
    ...forward(startClock, () => void practice.startClock()),
    { key: 's', label: anotherQuestion, run: () => practice.skip() },
  ];
}

/** Returns keys that press the main button of the end, whatever it does. */
function endingKeys(): Shortcut[] {
  const main = document.querySelector<HTMLElement>('.cards .primary');
  return main === null ? [] : forward('Continue', () => main.click());
}

function answeringKeys(practice: PracticeSession, card: QuestionCard): Shortcut[] {
  const act = (action: LadderAction) => () => practice.act(action);
  const isRunning = card.ladder.clock.since !== null;
  const score = act({ type: 'next' });
  const label = `${scoreAnswer}, even while typing`;
  return [
    ...forward(scoreAnswer, score),
    { key: 'Control+Enter', label, run: score, whileTyping: true },
    { key: 't', label: 'Type', run: () => document.querySelector<HTMLElement>('#answer')?.focus() },
    {
      key: 'r',
      label: card.isRecording ? 'Stop recording' : 'Record',
      run: () => (card.isRecording ? practice.stopRecording() : void practice.record()),
    },
    {
      key: 'p',
      label: isRunning ? 'Pause the clock' : 'Resume the clock',
      run: act({ type: isRunning ? 'pause' : 'resume' }),
    },
    { key: 's', label: 'Skip question', run: () => practice.skip() },
  ];
}

function scoringKeys(practice: PracticeSession, { ladder }: QuestionCard): Shortcut[] {
  const { criterion, scores } = ladder;
  const act = (action: LadderAction) => () => practice.act(action);
  const first = scores[0] ?? null;
  return [
    ...forward('Save and continue', act({ type: 'finish' })),
    ...digits((score) => practice.act({ type: 'score', criterion, score })),
    {
      key: 'a',
      label: 'Give all criteria the first score',
      run: () => {
        // "Not assessed" would clear the other scores.
        if (first !== null) practice.act({ type: 'score-all', score: first });
      },
    },
    {
      key: 'ArrowUp',
      label: 'Previous criterion',
      run: act({ type: 'turn', criterion: criterion - 1 }),
    },
    {
      key: 'ArrowDown',
      label: 'Next criterion',
      run: act({ type: 'turn', criterion: criterion + 1 }),
    },
    { key: 'ArrowLeft', label: 'Back to my answer', run: act({ type: 'back' }) },
  ];
}

function sampleKeys(practice: PracticeSession, sample: SampleCard): Shortcut[] {
  if (sample.isCompared) return forward(scoreOwn, () => practice.showSample(undefined));
  return [
    ...forward(compareWithGuide, () => practice.compareSample()),
    ...digits((score) => practice.scoreSample(sample.criterion, score)),
  ];
}

function termKeys(practice: PracticeSession, card: TermCard): Shortcut[] {
  if (!card.isTurned) return forward('Show answer', () => card.turn());
  return [...gradeOfKey].map(([key, grade]) => ({
    key,
    label: `Grade: ${grade}`,
    run: () => void practice.gradeTerm(grade),
  }));
}

function digits(give: (score: Score) => void): Shortcut[] {
  return [0, 1, 2, 3, 4, 5].map((points) => ({
    key: String(points),
    label: points === 0 ? 'Not assessed' : `Score ${points}`,
    run: () => give(points === 0 ? null : points),
  }));
}
