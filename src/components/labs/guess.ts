import type { LabRecord } from '../../domain/guide/build-guide.ts';
import type { NumberControl } from '../../domain/labs/control.ts';
import { fillText, signedDollars } from '../../domain/labs/lab-text.ts';

type GuessData = LabRecord['guess'];
type SliderGuess = Extract<GuessData, { readonly kind: 'slider' }>;

/**
 * Returns a control for a guess's slider, which starts in the middle so that it gives nothing away.
 */
export function guessControl({ range, log, label }: SliderGuess): NumberControl {
  const [min, max, step] = range;
  const middle = log ? Number(Math.sqrt(min * max).toPrecision(2)) : (min + max) / 2;
  const initial = min + Math.round((middle - min) / step) * step;
  return { kind: 'number', name: 'guess', label, range, initial, log };
}

export function writeGuess({ writes }: SliderGuess, value: number): string {
  // The word joiner keeps the sign and the amount on one line.
  if (writes === 'dollars') return signedDollars(value).replace('−', '−\u2060');
  return fillText(writes, { n: value });
}

export function askedIn({ question }: GuessData): readonly [given: string, asked: string] {
  const at = question.lastIndexOf('. ') + 1;
  return [question.slice(0, at), question.slice(at).trim()];
}

export function answerInWords(guess: GuessData): string {
  const truth =
    guess.kind === 'choice' ? `“${guess.options[guess.truth]}”` : writeGuess(guess, guess.truth);
  return `The answer is ${truth}: ${guess.because}`;
}

export function gapInWords(guess: GuessData, guessed: string | number): string {
  const { because } = guess;
  if (guess.kind === 'choice') {
    const label = (value: string | number) => guess.options[value] ?? '';
    return isRight(guess, guessed)
      ? `Right, it’s “${label(guessed)}”: ${because}`
      : `You guessed “${label(guessed)},” but the answer is “${label(guess.truth)}”: ${because}`;
  }
  const [guessText, truth] = [writeGuess(guess, Number(guessed)), writeGuess(guess, guess.truth)];
  if (guessText === truth) return `Right, it’s ${truth}: ${because}`;
  return isRight(guess, guessed)
    ? `Close. You guessed ${guessText}, and the answer is ${truth}: ${because}`
    : `You guessed ${guessText}, but the answer is ${truth}: ${because}`;
}

export function isRight(guess: GuessData, guessed: string | number): boolean {
  if (guess.kind === 'choice') return guessed === guess.truth;
  return Math.abs(Number(guessed) - guess.truth) <= guess.near;
}
