import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLaterFields,
  laterValue,
  withLaterFields,
} from '../../../tests/examples/later-fields.ts';
import { describeGaps } from '../mock/scored-question.ts';
import { candidateLabels, type InterviewRecord, readRecord } from '../progress/records.ts';
import {
  addCandidate,
  candidateOf,
  canRemove,
  canUnlock,
  clearCandidate,
  compareSamples,
  dropTimers,
  firstLabel,
  forGroup,
  initialsOf,
  isBlank,
  isOpenForQuestions,
  lastQuestion,
  lockCandidate,
  markAsked,
  moveTimer,
  nameCandidate,
  nameRater,
  newInterview,
  nextLabel,
  noteAnswer,
  progressOf,
  removeCandidate,
  renameInterview,
  replan,
  restoreCandidate,
  runningTimer,
  type Step,
  scoreAnswer,
  scoredAnswers,
  scoredCandidate,
  scoreSample,
  stopTimers,
  suggestedMinutes,
  switchTimer,
  takeStep,
  unfinishedLabel,
  unfinishedQuestion,
  unlockCandidate,
  updateTimers,
} from './interview.ts';
import { readInterviewFile, writeInterviewFile } from './interview-file.ts';
import { readyKits } from './ready-kits.ts';
import { addScores, removeScores } from './received.ts';
import { writeScoreCode } from './score-code.ts';

const anchors = { one: '', three: '', five: '' };
const noon = 1_800_000_000_000;
const minute = 60_000;
const plan = {
  id: 'abcdefghij',
  rater: 'mine',
  name: '  Senior  PM ',
  minutes: 60,
  codes: ['222', '233', '222'],
  labels: ['A', 'B'] as const,
};
const blank = newInterview(plan, noon);

function having(...steps: readonly Step[]): InterviewRecord {
  return steps.reduce((interview, step) => step(interview, noon), blank);
}

const theirs = {
  label: 'A',
  rater: 'ana1',
  code: writeScoreCode(scoredCandidate(blank, 'A'), [{ code: '222', scores: [5], seconds: 0 }]),
  notes: ['Clear'],
} as const;

const everyStep: readonly Step[] = [
  renameInterview('Later'),
  replan(['233', '222'], 45),
  addCandidate('C'),
  nameCandidate('A', 'Ada'),
  switchTimer('A', '222'),
  scoreAnswer('A', '222', 1, 4),
  scoreAnswer('B', '233', 0, 2),
  scoreAnswer('B', '233', 1, null),
  noteAnswer('A', '222', 'Good\nexample'),
  markAsked('A', '222', 2, true),
  moveTimer('A', '233'),
  updateTimers,
  scoreSample('222', { sample: 1, criterion: 1 }, 3),
  compareSamples('222', 2),
  addScores(theirs),
  nameRater('ana1', 'Ana'),
  lockCandidate('A'),
  unlockCandidate('A'),
  removeScores('B', 'ana1'),
];

describe('an interview of a study group', () => {
  it('has the name of the group’s set and its people as candidates, as many as fit', () => {
    const { name, candidates } = having(forGroup('Thursday', ['ML', 'AK', 'JR']));
    expect(name).toBe('Thursday');
    expect(candidates.map((one) => `${one.label} ${one.name}`)).toEqual(['A ML', 'B AK', 'C JR']);
    const many = having(forGroup('', Array(12).fill('X')));
    expect(many.candidates.map(({ label }) => label)).toEqual(candidateLabels);
    expect(having(forGroup('', [])).candidates).toEqual(blank.candidates);
    // If the reader is the first of them, the second is scored first.
    const own = having(forGroup('Thursday', ['AK', 'BM']));
    expect(own.candidates.map(initialsOf)).toEqual(['AK', 'BM']);
    expect([firstLabel(own), firstLabel(own, 'AK'), firstLabel(blank, 'AK')]).toEqual([
      'A',
      'B',
      'A',
    ]);
    const names = ['', 'Dana Reyes', 'Zoë', 'Ana María Ruiz', 'Madeleine', '?'];
    const initials = names.map((name) => initialsOf({ label: 'C', name }));
    expect(initials).toEqual(['C', 'DR', 'Zoë', 'AM', 'M', 'C']);
  });
});

describe('an interview', () => {
  it('is a valid record after each step, also as a file', () => {
    expect(blank).toMatchObject({
      name: 'Senior PM',
      questions: [{ code: '222' }, { code: '233' }],
    });
    let interview = blank;
    for (const step of everyStep) {
      interview = takeStep(interview, step, noon);
      expect(readRecord('interviews', interview)).toEqual({ value: interview });
      expect(readInterviewFile(writeInterviewFile(interview, noon))).toEqual({ value: interview });
    }
    expect(interview.at).toBeGreaterThan(noon);
    expect(candidateOf(interview, 'A')).toMatchObject({
      name: 'Ada',
      received: [{ rater: 'ana1' }],
    });
  });

  it('keeps the fields of a later version, at any depth', () => {
    fc.assert(
      fc.property(laterValue, (later) => {
        const full = everyStep.reduce((all, step) => step(all, noon), blank);
        const stored = withLaterFields(full, later);
        const { kept } = countLaterFields(stored, later);
        const changed = everyStep.slice(2).reduce((all, step) => step(all, noon), stored);
        expect(countLaterFields(changed, later).kept).toBe(kept);
      }),
      { numRuns: 20 },
    );
  });

  it('counts a criterion marked as “not assessed” as decided, until it gets a score', () => {
    const criteria = ['Goal', 'Data', 'Risk'].map((criterion) => ({ criterion, ...anchors }));
    const questions = new Map([['222', { criteria }]]);
    const counted = (...steps: Step[]) => {
      const interview = having(...steps);
      const { answers = [] } = interview.candidates[0] ?? {};
      const { scored } = progressOf(interview, 'A', questions, ['222']);
      return [scored, ...describeGaps(answers, questions)];
    };
    const mark = scoreAnswer('A', '222', 1, null);
    const third = scoreAnswer('A', '222', 2, 4);
    expect(counted(mark, third)).toEqual([2, 'Question 1 has no score for: Goal.']);
    // Without the mark, as in a record from before December 2026, the criterion is open.
    expect(counted(third)).toEqual([1, 'Question 1 has no score for: Goal; Data.']);
    expect(having(mark, scoreAnswer('A', '222', 1, 2)).candidates[0]?.answers[0]).toMatchObject({
      scores: [null, 2],
      notAssessed: [],
    });
    expect(having(mark).candidates.map(isBlank)).toEqual([false, true]);
  });

  it('continues with the candidate and the question that are unfinished', () => {
    const criteria = ['Goal', 'Data'].map((criterion) => ({ criterion, ...anchors }));
    const questions = new Map(['222', '233'].map((code) => [code, { criteria }]));
    const placeIn = (...steps: Step[]) => {
      const interview = having(...steps);
      const label = unfinishedLabel(interview);
      return `${label}${unfinishedQuestion(interview, label, questions) + 1}`;
    };
    const first = [scoreAnswer('A', '222', 0, 3), scoreAnswer('A', '222', 1, null)];
    const second = [scoreAnswer('A', '233', 0, 3), scoreAnswer('A', '233', 1, 4)];
    expect(placeIn()).toBe('A1');
    expect(placeIn(...first.slice(1))).toBe('A1');
    expect(placeIn(...first)).toBe('A2');
    expect(placeIn(...first, ...second)).toBe('A2');
    expect(placeIn(...second)).toBe('A1');
    expect(placeIn(...first, lockCandidate('A'))).toBe('B1');
    expect(placeIn(lockCandidate('A'), lockCandidate('B'))).toBe('A1');
    expect(placeIn(scoreAnswer('B', '222', 0, 3))).toBe('B1');
    expect(unfinishedLabel(having(forGroup('', ['AK', 'BM'])), 'AK')).toBe('B');
  });

  it('says “not assessed” where nothing was scored, never 0', () => {
    const scored = having(scoreAnswer('A', '222', 1, 4), scoreAnswer('A', '222', 2, null));
    const [a] = scored.candidates;
    if (a === undefined) throw new Error('No candidate.');
    expect(scoredAnswers(scored, a, noon)).toEqual([
      { code: '222', scores: [null, 4, null], seconds: 0 },
      { code: '233', scores: [], seconds: 0 },
    ]);
    expect(having(scoreAnswer('A', 'xyz', 0, 4)).candidates[0]?.answers).toEqual([]);
  });

  it('times one question of one candidate at a time', () => {
    const first = switchTimer('A', '222')(blank, noon);
    const second = moveTimer('A', '233')(first, noon + 2 * minute);
    const other = switchTimer('B', '222')(
      updateTimers(second, noon + 3 * minute),
      noon + 4 * minute,
    );
    expect([lastQuestion(other, 'A'), lastQuestion(blank, 'A')]).toEqual([1, 0]);
    const [a, b] = other.candidates;
    expect(a && scoredAnswers(other, a, noon + 5 * minute).map(({ seconds }) => seconds)).toEqual([
      120, 120,
    ]);
    expect(b && scoredAnswers(other, b, noon + 5 * minute).map(({ seconds }) => seconds)).toEqual([
      60, 0,
    ]);
    expect(runningTimer(switchTimer('B', '222')(other, noon + 5 * minute))).toBeUndefined();
    const stopped = stopTimers(other, noon + 5 * minute);
    expect(stopped.candidates[1]?.answers[0]?.clock).toEqual({ spent: minute, since: null });
    expect(dropTimers(other, noon + 5 * minute).candidates[1]?.answers[0]?.clock.spent).toBe(0);
    // After more than ten minutes away, the timer is stopped, and they don't count.
    const back = updateTimers(other, noon + 15 * minute);
    expect(back.candidates[1]?.answers[0]?.clock).toEqual({ spent: 0, since: null });
    expect(moveTimer('A', '222')(other, noon)).toBe(other);
  });

  it('doesn’t count a step that changes nothing as a newer version', () => {
    const locked = having(scoreAnswer('A', '222', 0, 3), lockCandidate('A'));
    const steps = [
      scoreAnswer('A', '222', 0, 5),
      scoreAnswer('A', '233', 0, 5),
      lockCandidate('A'),
      unlockCandidate('B'),
      nameCandidate('F', 'Dana'),
    ];
    for (const step of steps) expect(takeStep(locked, step, noon + minute)).toBe(locked);
  });

  it('keeps scores once they are locked, and unlocks them only before others’ are in sight', () => {
    const locked = having(
      switchTimer('A', '222'),
      scoreAnswer('A', '222', 0, 3),
      lockCandidate('A'),
    );
    const tried = scoreAnswer('A', '222', 0, 5)(switchTimer('A', '233')(locked, noon), noon);
    expect(tried.candidates[0]?.answers).toEqual(locked.candidates[0]?.answers);
    expect(noteAnswer('A', '222', 'x')(locked, noon).candidates[0]?.answers[0]?.note).toBe('x');
    expect(runningTimer(locked)).toBeUndefined();
    expect(unlockCandidate('A')(locked, noon).candidates[0]?.lockedAt).toBeNull();
    const seen = addScores(theirs)(locked, noon);
    expect(seen.candidates.map(canUnlock)).toEqual([false, false]);
    expect(unlockCandidate('A')(seen, noon).candidates[0]?.lockedAt).toBe(noon);
  });

  it('has six labels; a removed candidate’s label stays taken, and the candidate can be put back', () => {
    const full = having(...candidateLabels.map(addCandidate));
    expect(full.candidates.map(({ label }) => label).join('')).toBe('ABCDEF');
    expect(nextLabel(full)).toBeUndefined();
    const scored = scoreAnswer('B', '222', 0, 5)(full, noon);
    const b = candidateOf(scored, 'B');
    if (b === undefined) throw new Error('No candidate B.');
    const without = removeCandidate('B')(scored, noon);
    expect(without.deleted).toEqual(['B']);
    expect(nextLabel(without)).toBeUndefined();
    expect(addCandidate('B')(without, noon)).toBe(without);
    expect(restoreCandidate(b, scored)(without, noon)).toEqual(scored);
    expect(removeCandidate('B')(without, noon)).toBe(without);
  });

  it('never gives a label to a second candidate, even if the last or the only one is removed', () => {
    const without = having(removeCandidate('B'));
    expect(nextLabel(without)).toBe('C');
    expect(nextLabel(having(removeCandidate('A')))).toBe('C');
    const read = readInterviewFile(writeInterviewFile(without, noon));
    expect('value' in read && nextLabel(read.value)).toBe('C');
    expect(readRecord('interviews', without)).toEqual({ value: without });
    // Records from before the field existed may have gaps.
    expect(nextLabel(newInterview({ ...plan, labels: ['A', 'C'] }, noon))).toBe('D');

    const one = scoreAnswer('A', '222', 0, 5)(newInterview({ ...plan, labels: ['A'] }, noon), noon);
    const [a] = one.candidates;
    if (a === undefined) throw new Error('No candidate A.');
    const other = removeCandidate('A')(one, noon);
    expect(other).toMatchObject({ deleted: ['A'], candidates: [{ label: 'B', answers: [] }] });
    expect(restoreCandidate(a, one)(other, noon)).toEqual(one);
    const named = nameCandidate('B', 'Dana')(other, noon);
    const both = restoreCandidate(a, one)(named, noon);
    expect(both.candidates.map(({ label }) => label).join('')).toBe('AB');
    const last = newInterview({ ...plan, labels: ['F'] }, noon);
    expect([canRemove(last), canRemove(other)]).toEqual([false, true]);
    expect(removeCandidate('F')(last, noon)).toBe(last);
  });

  it('clears the scores of someone in a group, who keeps name and label', () => {
    const group = having(forGroup('', ['ML', 'AK']));
    const scored = scoreAnswer('B', '222', 0, 5)(group, noon);
    const cleared = clearCandidate('B')(scored, noon);
    expect(cleared).toEqual(group);
    const [, b] = scored.candidates;
    expect(b && restoreCandidate(b, scored)(cleared, noon)).toEqual(scored);
  });

  it('changes its questions only while nothing is scored', () => {
    expect(having(replan(['233', '244'], 500))).toMatchObject({
      minutes: 240,
      questions: [{ code: '233' }, { code: '244' }],
    });
    expect(having(replan([], 10))).toBe(blank);
    const scored = having(scoreAnswer('B', '222', 0, 5));
    expect(isOpenForQuestions(scored)).toBe(false);
    expect(replan(['244'], 10)(scored, noon)).toBe(scored);
  });

  it('is newer after each step, even if the clock was set back', () => {
    const renamed = takeStep(blank, renameInterview('x'), noon - minute);
    expect(renamed.at).toBe(noon + 1);
    expect(takeStep(blank, (same) => same, noon + minute)).toBe(blank);
  });
});

describe('a file of an interview', () => {
  const file = JSON.parse(writeInterviewFile(blank, noon)) as Record<string, unknown>;

  it.each([
    ['', 'isn’t an interview file'],
    ['null', 'isn’t an interview file'],
    [JSON.stringify({ ...file, format: 'other/interview' }), 'isn’t an interview file'],
    [JSON.stringify({ ...file, version: 2 }), 'newer version'],
    [JSON.stringify({ ...file, version: 'x' }), 'damaged'],
    [JSON.stringify({ ...file, interview: { ...blank, candidates: [] } }), 'damaged'],
    [JSON.stringify({ ...file, interview: undefined }), 'damaged'],
  ])('that reads %j is refused', (text, words) => {
    const read = readInterviewFile(text);
    expect('problem' in read ? read.problem : 'none').toContain(words);
  });

  it('may have a byte order mark', () => {
    expect(readInterviewFile(`\uFEFF${JSON.stringify(file)}`)).toEqual({ value: blank });
  });
});

describe('a kit to start from', () => {
  it('has questions of its levels that fit its minutes, whatever the guide has', () => {
    const levels = ['advanced', 'scenario-based', 'behavioral', 'intermediate'];
    const questions = levels.flatMap((level) =>
      [1, 2, 3].map((place) => ({ level, code: `${level.slice(0, 2)}${place}` })),
    ) as never;
    for (const { minutes, codes } of readyKits({ questions })) {
      expect(codes.length).toBeGreaterThan(0);
      expect(suggestedMinutes(codes.length)).toBeLessThanOrEqual(minutes);
    }
    expect(readyKits({ questions: [] })).toEqual([]);
  });
});
