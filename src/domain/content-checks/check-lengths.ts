import type { QuestionData } from '../../schemas/question.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import type { Issue, Position } from './issue.ts';
import { type AnyNode, startOf, walk, wordCount } from './node.ts';

/**
 * Words a minute at which answers are said aloud. Conversation in the US runs at about 150,
 * presentations at 110 to 150; the times on the pages use the middle of 130 to 150.
 */
export const wordsPerMinute = 140;

const answerLength = { least: 250, most: 450 };
const deeperLength = { least: 300, most: 700 };
const behavioralDeeperLength = { least: 230, most: 700 };

/** Holds the model answer to its spoken time, and the length of "Going deeper". */
export function checkLengths(
  file: string,
  tree: AnyNode,
  data: QuestionData,
  minutesAt: () => Position,
): Issue[] {
  const behavioral = tellsOwnStories(data.level);
  const answer = partNamed(tree, 'Answer');
  const deeper = partNamed(tree, 'Deeper');
  return [
    ...(answer === undefined ? [] : spokenTime(file, answer, behavioral, data.minutes, minutesAt)),
    ...(deeper === undefined
      ? []
      : length(file, deeper, behavioral ? behavioralDeeperLength : deeperLength)),
  ];
}

function partNamed(tree: AnyNode, name: string): AnyNode | undefined {
  return (tree.children ?? []).find((node) => node.name === name);
}

/** In a behavioral answer only the example, a block quote, is spoken; the rest is advice. */
function spokenWords(answer: AnyNode, behavioral: boolean): number {
  const spoken = behavioral ? walk(answer).filter((node) => node.type === 'blockquote') : [answer];
  return spoken.reduce((sum, node) => sum + wordCount(node), 0);
}

function spokenTime(
  file: string,
  answer: AnyNode,
  behavioral: boolean,
  minutes: number,
  minutesAt: () => Position,
): Issue[] {
  const words = spokenWords(answer, behavioral);
  const told = Math.round((words / wordsPerMinute) * 2) / 2;
  const { least, most } = answerLength;
  if (words < least || words > most) {
    return [
      {
        kind: 'spoken-time',
        file,
        ...startOf(answer),
        what: 'the spoken answer has the wrong length',
        expected: `${least} to ${most} words${behavioral ? ' in its block quote' : ''}`,
        found: `${words}`,
        fix: words < least ? 'say more' : 'say less',
      },
    ];
  }
  if (told === minutes) return [];
  return [
    {
      kind: 'spoken-time',
      file,
      ...minutesAt(),
      what: `the answer of ${words} words takes about ${told} minutes`,
      expected: `minutes: ${told}`,
      found: `${minutes}`,
      fix: `write minutes: ${told}, or change the answer`,
    },
  ];
}

function length(
  file: string,
  part: AnyNode,
  { least, most }: { least: number; most: number },
): Issue[] {
  const words = wordCount(part);
  if (words >= least && words <= most) return [];
  return [
    {
      kind: 'deeper-length',
      file,
      ...startOf(part),
      what: `<Deeper> has ${words} words`,
      expected: `${least} to ${most} words`,
      found: `${words}`,
      fix: words < least ? 'go deeper' : 'cut what the answer says already',
    },
  ];
}
