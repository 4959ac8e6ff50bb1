import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { maxRaters, writeComparisonLink } from '../mock/mock-link.ts';
import type { InterviewRecord, Score } from '../progress/records.ts';
import { compareInterview } from './comparison.ts';
import {
  interviewFromScorecard,
  interviewOfMock,
  interviewOfResult,
  readEarlierRaters,
  readEarlierScorecard,
  withEarlierRaters,
} from './earlier-scorecard.ts';
import {
  addCandidate,
  type Label,
  lockCandidate,
  nameRater,
  newInterview,
  noteAnswer,
  removeCandidate,
  scoreAnswer,
  scoredCandidate,
} from './interview.ts';
import { writeScoresLink } from './kit-link.ts';
import { addScores, nameOfRater, readPasted, receivedScores, restoreReceived } from './received.ts';
import { scoredMock, writeScoreCode } from './score-code.ts';

const now = 1_800_000_000_000;
const plan = { rater: 'mine', name: '', minutes: 30, codes: ['222', '233'] };
const mine = newInterview({ ...plan, id: 'abcdefgh', labels: ['A', 'B'] }, now);
const other = newInterview({ ...plan, id: 'stuvwxyz', labels: ['A', 'B'] }, now);

/**
 * Returns a link with a colleague's scores, which are the same for all criteria of the first
 * question.
 */
function linkFrom(
  rater: string,
  label: Label,
  score: Score,
  { interview = mine, notes }: { interview?: InterviewRecord; notes?: readonly string[] } = {},
): string {
  const code = writeScoreCode(scoredCandidate(interview, label), [
    { code: '222', scores: [score, score], seconds: 60 },
  ]);
  return `https://example.org/kit/#${writeScoresLink(interview, { label, rater, code, notes })}`;
}

function problemOf(text: string, interview = mine): string {
  const read = readPasted(text, interview);
  return 'problem' in read ? read.problem.message : 'none';
}

function addNote(interview: InterviewRecord): InterviewRecord {
  return noteAnswer('A', '222', 'Said no to a deadline.')(interview, now);
}

function withAll(interview: InterviewRecord, ...texts: readonly string[]): InterviewRecord {
  return texts.reduce((all, text) => {
    const read = readPasted(text, all);
    if ('problem' in read) throw new Error(read.problem.message);
    return read.value.reduce((one, scores) => addScores(scores)(one, now), all);
  }, interview);
}

describe('pasted scores', () => {
  it('are read from a link, a code, or several of them in a message', () => {
    const code = linkFrom('ana1', 'B', 3).split('.').at(-1) ?? '';
    const grouped = code.replace(/.{4}/g, '$& ').toUpperCase();
    for (const text of [code, grouped, linkFrom('ana1', 'B', 3)]) {
      expect(readPasted(text, mine)).toMatchObject({ value: [{ label: 'B' }] });
    }
    const message = `Here are mine, all 3 done:\n${linkFrom('ana1', 'A', 3)}, ${linkFrom('ana1', 'B', 4)}`;
    expect(readPasted(message, mine)).toMatchObject({
      value: [
        { label: 'A', rater: 'ana1' },
        { label: 'B', rater: 'ana1' },
      ],
    });
  });

  it('of another interview, or with other questions, say so', () => {
    expect(problemOf(linkFrom('ana1', 'A', 3, { interview: other }))).toContain(
      'another interview',
    );
    const code = linkFrom('ana1', 'A', 3, { interview: other }).split('.').at(-1) ?? '';
    expect(problemOf(code)).toContain('another interview');
    const changed = newInterview({ ...plan, id: 'abcdefgh', codes: ['233', '222'] }, now);
    expect(problemOf(linkFrom('ana1', 'A', 3, { interview: changed }))).toContain(
      'other questions',
    );
    expect(problemOf(linkFrom('mine', 'A', 3))).toContain('your own scores');
    expect(problemOf('')).toContain('Paste');
    expect(problemOf('https://example.org/kit/#2.2.10.v1.222233')).toContain('another interview');
  });

  it('of one candidate fit no other candidate, even if the label in the link is changed', () => {
    const forged = linkFrom('ana1', 'B', 3).replace('.b.ana1', '.a.ana1');
    expect(problemOf(forged)).toContain('another interview');
  });

  it('of a deleted candidate say so and add nothing, also after another one was added', () => {
    const scores = readPasted(linkFrom('ana1', 'B', 3), mine);
    const link = linkFrom('ana1', 'B', 3);
    const without = removeCandidate('B')(mine, now);
    const replaced = addCandidate('C')(without, now);
    const code = link.split('.').at(-1) ?? '';
    for (const text of [link, code, `${linkFrom('ana1', 'A', 3)} ${link}`]) {
      expect(problemOf(text, replaced)).toBe(
        'These scores are for candidate B, whom you deleted. Nothing was added.',
      );
    }
    const [first] = 'value' in scores ? scores.value : [];
    expect(first && addScores(first)(without, now)).toBe(without);
  });

  it('never throw, whatever text it is', () => {
    fc.assert(fc.property(anyText, (text) => void readPasted(text, mine)));
  });
});

describe('scores of others', () => {
  it('replace those that the same rater sent before, and are added once', () => {
    const first = withAll(mine, linkFrom('ana1', 'A', 3));
    expect(withAll(first, linkFrom('ana1', 'A', 3))).toBe(first);
    const again = withAll(first, linkFrom('ana1', 'A', 4, { notes: ['Better'] }));
    const [candidate] = again.candidates;
    expect(candidate && receivedScores(again, candidate)).toMatchObject([
      { name: 'Rater 2', notes: ['Better'], questions: [{ scores: [4, 4] }, { scores: [] }] },
    ]);
  });

  it('show the initials in a study group’s links, for each card that a person scored', () => {
    const mock = '2.2.30.v1.222233';
    const group = addCandidate('B')(interviewOfMock(mock, 'mine', now), now);
    const answers = [{ code: '222', scores: [3, 3] as const, seconds: 60 }];
    const codeOf = (label: Label) => writeScoreCode(scoredCandidate(group, label), answers);
    const ofA = `#${writeComparisonLink(mock, [codeOf('A')], 'CL')}`;
    const shared = { label: 'B', rater: 'abc123', by: 'CL', code: codeOf('B') } as const;
    const ofB = `#${writeScoresLink(group, { ...shared, notes: undefined })}`;
    const added = withAll(group, `${ofA} ${ofB}`);
    expect(added.raters.map(({ name }) => name)).toEqual(['CL']);
    expect(added.candidates.map(({ received }) => received.length)).toEqual([1, 1]);
    const unsigned = `#${writeComparisonLink(mock, [codeOf('A')])}`;
    expect(withAll(group, unsigned).raters.map(({ name }) => name)).toEqual(['']);
  });

  it('count as sent last if one message has them twice', () => {
    const both = `${linkFrom('ana1', 'A', 3)} ${linkFrom('ana1', 'A', 5)}`;
    const [candidate] = withAll(mine, both).candidates;
    expect(candidate?.received).toHaveLength(1);
    const again = withAll(mine, both);
    expect(candidate && receivedScores(again, candidate)[0]?.questions[0]?.scores).toEqual([5, 5]);
  });

  it('can be taken back, and what the reader wrote since then stays', () => {
    const before = withAll(mine, linkFrom('ana1', 'A', 3));
    const three = addCandidate('C')(mine, now);
    const added = withAll(
      before,
      linkFrom('ana1', 'A', 5),
      linkFrom('ben1', 'A', 2),
      linkFrom('ben1', 'C', 2, { interview: three }),
    );
    const written = addNote(added);
    const all = [
      { label: 'A', rater: 'ana1' },
      { label: 'A', rater: 'ben1' },
      { label: 'C', rater: 'ben1' },
    ] as const;
    expect(restoreReceived(before, all)(written, now)).toEqual(addNote(before));
  });

  it('of a rater have one number for all candidates, or a name', () => {
    const all = withAll(
      mine,
      linkFrom('ana1', 'A', 3),
      linkFrom('ben1', 'B', 3),
      linkFrom('ana1', 'B', 3),
    );
    expect(['ana1', 'ben1'].map((key) => nameOfRater(all, key))).toEqual(['Rater 2', 'Rater 3']);
    expect(nameOfRater(nameRater('ben1', 'Ben')(all, now), 'ben1')).toBe('Ben');
    const [, b] = all.candidates;
    expect(b && receivedScores(all, b).map(({ name }) => name)).toEqual(['Rater 2', 'Rater 3']);
  });

  it('are those of five others at most, and may add a candidate', () => {
    const raters = [1, 2, 3, 4, 5, 6].map((number) => linkFrom(`rater${number}`, 'A', 3));
    expect(withAll(mine, ...raters).candidates[0]?.received).toHaveLength(maxRaters - 1);
    const three = addCandidate('C')(mine, now);
    const added = withAll(mine, linkFrom('ana1', 'C', 2, { interview: three }));
    expect(added.candidates.map(({ label }) => label).join('')).toBe('ABC');
  });
});

describe('a comparison', () => {
  const steps = [
    scoreAnswer('A', '222', 0, 5),
    scoreAnswer('A', '222', 1, 3),
    noteAnswer('A', '222', 'Strong'),
    scoreAnswer('B', '222', 0, 1),
  ];
  const scored = steps.reduce((all, step) => step(all, now), mine);
  const shared = withAll(
    scored,
    linkFrom('ana1', 'A', 2, { notes: ['Weak'] }),
    linkFrom('ana1', 'B', 1),
  );

  it('shows others’ scores only of candidates whose own are locked', () => {
    const open = compareInterview(shared, now);
    expect(open.compared).toBe(0);
    expect(open.candidates).toMatchObject([
      { label: 'A', raters: ['You'], hidden: 1, mean: 4, means: [{ name: 'You', mean: 4 }] },
      { label: 'B', raters: ['You'], hidden: 1, mean: 1 },
    ]);
  });

  it('names the criteria on which raters are two or more apart, with both notes', () => {
    const { differences, compared, candidates } = compareInterview(
      lockCandidate('A')(shared, now),
      now,
    );
    expect(compared).toBe(2);
    expect(differences).toEqual([
      {
        label: 'A',
        code: '222',
        criterion: 0,
        spread: 3,
        raters: [
          { name: 'You', score: 5, note: 'Strong' },
          { name: 'Rater 2', score: 2, note: 'Weak' },
        ],
      },
    ]);
    expect(candidates[0]).toMatchObject({
      raters: ['You', 'Rater 2'],
      hidden: 0,
      mean: 3,
      means: [
        { name: 'You', mean: 4 },
        { name: 'Rater 2', mean: 2 },
      ],
      cells: [
        { mean: 3, differences: 1 },
        { mean: null, differences: 0, raters: [] },
      ],
    });
  });

  it('works for someone who locked without scoring', () => {
    const watcher = lockCandidate('A')(withAll(mine, linkFrom('ana1', 'A', 2)), now);
    expect(compareInterview(watcher, now).candidates[0]).toMatchObject({
      raters: ['Rater 2'],
      mean: 2,
    });
  });
});

describe('what earlier versions made', () => {
  const link = '1.2.15.beginner_advanced.fhir.c29l0.5f2c9a01.222233';
  const code = writeScoreCode(scoredMock(link), [{ code: '222', scores: [2, 4], seconds: 60 }]);
  const card = `{"version":1,"link":"${link}","candidate":"Zoë","questions":[{"code":"222","scores":[null,4],"note":"Clear","clock":{"spent":60000,"since":null},"samples":[{"scores":[3],"isCompared":true}]},{"code":"233","scores":[],"note":"","clock":{"spent":0,"since":1795521600000}}],"isLocked":true,"partnerCode":"${code}"}`;
  const raters = `{"version":1,"link":"${link}","raters":[{"code":"${code}","name":"Ana"}]}`;

  it('is an interview with one candidate, with name, scores, note, time, and others’ scores', () => {
    const read = readEarlierScorecard(card);
    if ('problem' in read) throw new Error(read.problem);
    const interview = interviewFromScorecard(read.value, 'mine', now);
    expect(interview).toMatchObject({
      mock: link,
      minutes: 15,
      questions: [{ code: '222', samples: [{ isCompared: true }] }, { code: '233' }],
      candidates: [
        {
          label: 'A',
          name: 'Zoë',
          lockedAt: now,
          answers: [{ scores: [null, 4], note: 'Clear' }, { clock: { since: null } }],
          received: [{ code }],
        },
      ],
    });
    const saved = readEarlierRaters(raters);
    if ('problem' in saved) throw new Error(saved.problem);
    const compared = withEarlierRaters(interviewOfMock(link, 'mine', now), saved.value, now);
    expect(compared.raters.map(({ name }) => name)).toEqual(['Ana']);
    expect(withEarlierRaters(mine, saved.value, now)).toBe(mine);
  });

  it('fits as a link or a code of a mock interview, for candidate A alone', () => {
    const interview = addCandidate('B')(interviewOfMock(link, 'mine', now), now);
    const address = `https://example.org/mock/#${writeComparisonLink(link, [code])}`;
    for (const text of [
      code,
      address,
      address.toUpperCase().replace('#', ' #').replace(/.* /, ''),
    ]) {
      expect(readPasted(text, interview)).toMatchObject({ value: [{ label: 'A', code }] });
    }
    const own = interviewOfResult(
      {
        id: '0123456789abcdef',
        link,
        at: 5,
        questions: [{ code: '222', scores: [5, 5], seconds: 9 }],
      },
      'mine',
      now,
    );
    expect(compareInterview(withAll(own, code), now).differences).toMatchObject([{ spread: 3 }]);
  });
});
