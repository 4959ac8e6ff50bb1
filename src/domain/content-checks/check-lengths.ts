import type { QuestionData } from '../../schemas/question.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import type { Issue, Position, Problem } from './issue.ts';
import { type AnyNode, startOf, textOf, walk, wordCount } from './node.ts';
import { numeralsIn, spokenWords } from './spoken-words.ts';

/**
 * Words a minute at which answers are said aloud. Conversation in the US runs at about 150,
 * presentations at 110 to 150; the times on the pages use the middle of 130 to 150.
 */
export const wordsPerMinute = 140;

const answerLength = { min: 250, max: 460 };
const deeperLength = { min: 300, max: 800 };
const behavioralDeeperLength = { min: 230, max: 800 };
/** How far the spoken time may be from the stated minutes, as a share. */
const timeTolerance = 0.03;
const maxNumerals = 12;
const maxHintWords = 130;
const maxHintCitations = 4;

/** Checks the model answer against its spoken time, and the length of "Going deeper". */
export function checkLengths(
  file: string,
  tree: AnyNode,
  data: QuestionData,
  minutesAt: () => Position,
): Issue[] {
  const behavioral = tellsOwnStories(data.level);
  const answer = partNamed(tree, 'Answer');
  const deeper = partNamed(tree, 'Deeper');
  const hint = partNamed(tree, 'Hint');
  return [
    ...(hint === undefined ? [] : hintLength(file, hint)),
    ...(answer === undefined ? [] : spokenTime(file, answer, behavioral, data, minutesAt)),
    ...(deeper === undefined
      ? []
      : length(file, deeper, behavioral ? behavioralDeeperLength : deeperLength)),
  ];
}

function partNamed(tree: AnyNode, name: string): AnyNode | undefined {
  return (tree.children ?? []).find((node) => node.name === name);
}

/** In a behavioral answer only the example, a block quote, is spoken; the rest is advice. */
function spokenText(answer: AnyNode, behavioral: boolean, short: string): string {
  const spoken = behavioral ? walk(answer).filter((node) => node.type === 'blockquote') : [answer];
  return [short, ...spoken.map(textOf)].join(' ');
}

function spokenTime(
  file: string,
  answer: AnyNode,
  behavioral: boolean,
  { minutes, short }: QuestionData,
  minutesAt: () => Position,
): Issue[] {
  const text = spokenText(answer, behavioral, short);
  const words = spokenWords(text).length;
  const { min, max } = answerLength;
  const issue = (position: Position, problem: Problem) => ({
    kind: 'spoken-time' as const,
    file,
    ...position,
    ...problem,
  });
  if (words < min || words > max) {
    return [
      issue(startOf(answer), {
        what: 'the spoken answer has the wrong length',
        expected: `${min} to ${max} words${behavioral ? ' in its block quote' : ''}, numbers and initialisms as spoken`,
        found: `${words}`,
        fix: words < min ? 'say more' : 'say less',
      }),
    ];
  }
  const numerals = numeralsIn(text);
  return [
    ...(Math.abs(words / wordsPerMinute / minutes - 1) <= timeTolerance
      ? []
      : [
          issue(minutesAt(), {
            what: `the answer of ${words} spoken words takes ${(words / wordsPerMinute).toFixed(2)} minutes`,
            expected: `${minutes} minutes within ${timeTolerance * 100}%: ${wordsFor(minutes)} words`,
            found: `${words}`,
            fix: `change minutes to the nearest quarter, or the answer by a few words`,
          }),
        ]),
    ...(numerals <= maxNumerals
      ? []
      : [
          issue(startOf(answer), {
            what: 'the spoken answer has too many numbers in digits',
            expected: `at most ${maxNumerals}`,
            found: `${numerals}`,
            fix: 'round them, or move them to "Going deeper"',
          }),
        ]),
  ];
}

function wordsFor(minutes: number): string {
  const exact = minutes * wordsPerMinute;
  return `${Math.ceil(exact * (1 - timeTolerance))} to ${Math.floor(exact * (1 + timeTolerance))}`;
}

/** A hint is for talking: few words, few sources. */
function hintLength(file: string, hint: AnyNode): Issue[] {
  const words = wordCount(hint);
  const citations = walk(hint).filter((node) => node.name === 'Cite').length;
  if (words <= maxHintWords && citations <= maxHintCitations) return [];
  return [
    {
      kind: 'hint-length',
      file,
      ...startOf(hint),
      what: '<Hint> is too long to talk from',
      expected: `at most ${maxHintWords} words and ${maxHintCitations} citations`,
      found: `${words} words, ${citations} citations`,
      fix: 'keep the moves; move law and numbers to <Deeper>',
    },
  ];
}

function length(file: string, part: AnyNode, { min, max }: { min: number; max: number }): Issue[] {
  const words = wordCount(part);
  if (words >= min && words <= max) return [];
  return [
    {
      kind: 'deeper-length',
      file,
      ...startOf(part),
      what: `<Deeper> has ${words} words`,
      expected: `${min} to ${max} words`,
      found: `${words}`,
      fix: words < min ? 'go deeper' : 'cut what the answer already says',
    },
  ];
}
