import type { NumberControl } from '../../domain/labs/control.ts';
import type { Guess, SliderGuess } from './lab.ts';

/** The slider of a guess as a control: it starts in the middle, which gives nothing away. */
export function guessControl({ min, max, step, isLog, label }: SliderGuess): NumberControl {
  const middle = isLog ? Number(Math.sqrt(min * max).toPrecision(2)) : (min + max) / 2;
  const initial = min + Math.round((middle - min) / step) * step;
  return { kind: 'number', name: 'guess', label, min, max, step, initial, isLog };
}

export function gapInWords(guess: Guess, guessed: string | number): string {
  const { because } = guess;
  if (guess.kind === 'choice') {
    const label = (value: string | number) =>
      guess.options.find((option) => option.value === value)?.label ?? '';
    return isRight(guess, guessed)
      ? `Right, it’s “${label(guessed)}”: ${because}`
      : `You guessed “${label(guessed)},” but the answer is “${label(guess.truth)}”: ${because}`;
  }
  const [said, is] = [guess.write(Number(guessed)), guess.write(guess.truth)];
  if (said === is) return `Right, it’s ${is}: ${because}`;
  return isRight(guess, guessed)
    ? `Close. You guessed ${said}, and the answer is ${is}: ${because}`
    : `You guessed ${said}, but the answer is ${is}: ${because}`;
}

export function isRight(guess: Guess, guessed: string | number): boolean {
  if (guess.kind === 'choice') return guessed === guess.truth;
  return Math.abs(Number(guessed) - guess.truth) <= guess.near;
}
