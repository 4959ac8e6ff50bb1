import type { QuestionData } from '../../schemas/question.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import { numeralsIn, spokenWords } from '../words/spoken-words.ts';
import { type Issue, issueAt } from './issue.ts';
import { type AnyNode, partNamed, startOf, textOf, walk, wordCount } from './node.ts';
import type { LocatedYaml } from './read-yaml.ts';

/**
 * The speaking rate for answers, in words per minute. Conversation in the US runs at about 150, and
 * presentations at 110 to 150. The pages assume 130 to 150, and 140 is the midpoint.
 */
const wordsPerMinute = 140;

const answerLength = { min: 250, max: 460 };
const deeperLength = { min: 250, max: 550 };
const behavioralDeeperLength = { min: 200, max: 550 };
/** The allowed difference between spoken time and stated time, as a share of the stated time. */
const timeTolerance = 0.03;
const maxNumerals = 12;
const maxHintWords = 170;
const maxHintCitations = 4;

/** Fields with errors are left out of `data`. */
export interface PartialQuestion {
  readonly file: string;
  readonly data: Partial<QuestionData>;
  readonly frontMatter: LocatedYaml;
}

export function* checkLengths(question: PartialQuestion, tree: AnyNode): Generator<Issue> {
  const { file, data } = question;
  const [hint, answer, deeper] = ['Hint', 'Answer', 'Deeper'].map((name) => partNamed(tree, name));
  if (hint !== undefined) yield* hintLength(file, hint);
  if (data.level === undefined) return;
  const behavioral = tellsOwnStories(data.level);
  if (answer !== undefined) yield* spokenTime(question, answer, behavioral);
  if (deeper === undefined) return;
  const { min, max } = behavioral ? behavioralDeeperLength : deeperLength;
  const words = wordCount(deeper);
  if (words >= min && words <= max) return;
  yield issueAt('deeper-length', file, startOf(deeper), {
    what: `<Deeper> has ${words} words`,
    expected: `${min} to ${max} words`,
    found: `${words}`,
    fix: words < min ? 'go deeper' : 'cut what the answer already says',
  });
}

function* spokenTime(
  { file, data: { minutes, short }, frontMatter }: PartialQuestion,
  answer: AnyNode,
  behavioral: boolean,
): Generator<Issue> {
  if (short === undefined) return;
  // In a behavioral answer, only the example, which is a block quote, is spoken.
  const spoken = behavioral ? walk(answer).filter((node) => node.type === 'blockquote') : [answer];
  const text = [short, ...spoken.map(textOf)].join(' ');
  const words = spokenWords(text).length;
  const { min, max } = answerLength;
  if (words < min || words > max) {
    yield issueAt('spoken-time', file, startOf(answer), {
      what: 'the spoken answer has the wrong length',
      expected: `${min} to ${max} words${behavioral ? ' in its block quote' : ''}, with numbers and initialisms counted as spoken`,
      found: `${words}`,
      fix: words < min ? 'say more' : 'say less',
    });
    return;
  }
  const taken = words / wordsPerMinute;
  if (minutes !== undefined && Math.abs(taken / minutes - 1) > timeTolerance) {
    yield issueAt('spoken-time', file, frontMatter.positionOf(['minutes']), {
      what: `the answer has ${words} spoken words and takes ${taken.toFixed(2)} minutes`,
      expected: `${minutes} minutes, within ${timeTolerance * 100}%: ${wordsFor(minutes)} words`,
      found: `${words}`,
      fix: timeFix(words, minutes),
    });
  }
  const numerals = numeralsIn(text);
  if (numerals > maxNumerals) {
    yield issueAt('spoken-time', file, startOf(answer), {
      what: 'the spoken answer has too many numerals',
      expected: `at most ${maxNumerals}`,
      found: `${numerals}`,
      fix: 'round them, or move them to <Deeper>',
    });
  }
}

function timeFix(words: number, minutes: number): string {
  const nearest = Math.round((words / wordsPerMinute) * 4) / 4;
  const lines = words > minutes * wordsPerMinute ? 'cut' : 'add';
  return nearest === minutes
    ? `${lines} a few words`
    : `write minutes: ${nearest}, or ${lines} a few words`;
}

function wordsFor(minutes: number): string {
  const exact = minutes * wordsPerMinute;
  return `${Math.ceil(exact * (1 - timeTolerance))} to ${Math.floor(exact * (1 + timeTolerance))}`;
}

function* hintLength(file: string, hint: AnyNode): Generator<Issue> {
  const words = wordCount(hint);
  const citations = walk(hint).filter((node) => node.name === 'Cite').length;
  if (words <= maxHintWords && citations <= maxHintCitations) return;
  yield issueAt('hint-length', file, startOf(hint), {
    what: '<Hint> is too long to talk from',
    expected: `at most ${maxHintWords} words and ${maxHintCitations} citations`,
    found: `${words} words, ${citations} citations`,
    fix: 'shorten the steps; put law and numbers in <Deeper>',
  });
}
