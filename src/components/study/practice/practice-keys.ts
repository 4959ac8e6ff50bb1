import type { Score } from '../../../domain/progress/records.ts';
import { buttonKeys, type Shortcut } from '../base/shortcuts.ts';
import { scoreAnswer } from './answering-view.ts';
import type { PracticeSession } from './practice-session.ts';

/** Returns the shortcuts that work now: those of the buttons, and those of fields and scores. */
export function practiceKeys(practice: PracticeSession, room: HTMLElement): readonly Shortcut[] {
  const answer = room.querySelector<HTMLElement>('#answer');
  return [
    ...buttonKeys(room),
    ...(answer === null ? [] : typingKeys(practice, answer)),
    ...scoringKeys(practice),
  ];
}

function typingKeys(practice: PracticeSession, answer: HTMLElement): Shortcut[] {
  return [
    {
      key: 'Control+Enter',
      label: `${scoreAnswer}, even while typing`,
      run: () => practice.act({ type: 'next' }),
      whileTyping: true,
    },
    { key: 't', label: 'Type', run: () => answer.focus() },
  ];
}

function scoringKeys(practice: PracticeSession): Shortcut[] {
  const ladder = practice.sample?.ladder ?? practice.question?.ladder;
  if (ladder?.step !== 'rubric') return [];
  const { criterion, scores } = ladder;
  const [first = null] = scores;
  const give = (score: Score) => () => practice.act({ type: 'score', criterion, score });
  const turn = (by: number) => () => practice.act({ type: 'turn', criterion: criterion + by });
  return [
    { key: '0', label: 'Not assessed', run: give(null) },
    ...[1, 2, 3, 4, 5].map((score) => ({
      key: String(score),
      label: `Score ${score}`,
      run: give(score),
    })),
    {
      key: 'a',
      label: 'Give all criteria the first score',
      run: () => {
        // "Not assessed" would clear the other scores.
        if (first !== null) practice.act({ type: 'score-all', score: first });
      },
    },
    { key: 'ArrowUp', label: 'Previous criterion', run: turn(-1) },
    { key: 'ArrowDown', label: 'Next criterion', run: turn(1) },
  ];
}
