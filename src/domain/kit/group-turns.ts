/**
 * In a study group's interview, the scorecard follows the turns: each question belongs to the
 * person who answers it.
 */
import { answererOf } from '../mock/turns.ts';
import type { InterviewRecord } from '../progress/records.ts';
import type { SetLink } from '../study-set/set-link.ts';
import { answerOf, candidateOf, codesOf, type Label } from './interview.ts';

type Group = Pick<SetLink, 'all' | 'people' | 'takers'>;

/**
 * True if a group started the interview from this set. The set may have more questions by now, or
 * another order.
 */
export function isFromSet(interview: InterviewRecord, { all, people = [] }: Group): boolean {
  const codes = codesOf(interview);
  if (interview.mock === undefined) return false;
  if (codes.join() === all.join()) return true;
  const hasMember = interview.candidates.some(({ name }) => people.includes(name));
  return hasMember && codes.every((code) => all.includes(code));
}

/** Returns the label of the person who answers a question, if the interview has that person. */
export function labelOfTurn(
  { candidates }: InterviewRecord,
  group: Group,
  code: string,
): Label | undefined {
  const answerer = answererOf(group, code);
  if (answerer === undefined) return undefined;
  return candidates.find(({ name }) => name === answerer)?.label;
}

/**
 * Returns the questions on a person's scorecard: those that they answer and, if someone scored them
 * on others, those too. A person whose turn never comes, such as a guest, has all questions.
 */
export function codesOfPerson(
  interview: InterviewRecord,
  group: Group | undefined,
  label: Label,
): string[] {
  const codes = codesOf(interview);
  if (group === undefined) return codes;
  const turns = codes.filter((code) => labelOfTurn(interview, group, code) === label);
  if (turns.length === 0) return codes;
  const candidate = candidateOf(interview, label);
  const isScored = (code: string) =>
    candidate !== undefined && answerOf(candidate, code).scores.some((score) => score !== null);
  return codes.filter((code) => turns.includes(code) || isScored(code));
}

/**
 * Returns the first question that someone other than the reader answers.
 * @param me the reader's initials, if they are known
 */
export function firstTurn(interview: InterviewRecord, group: Group, me: string | undefined) {
  const turns = codesOf(interview).flatMap((code, question) => {
    const label = labelOfTurn(interview, group, code);
    return label === undefined || answererOf(group, code) === me ? [] : [{ label, question }];
  });
  return turns[0];
}
