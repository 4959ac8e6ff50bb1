import { expectedAlike } from '../../../domain/labs/safe-harbor.ts';

/** A detail that was left, and how many people still fit. */
export interface Step {
  readonly name: string;
  readonly alike: number;
}

/** Places that narrow, the smallest first, with made-up numbers of people. */
const places = [
  ['c', 'Dunmere', 4000],
  ['e', 'ZIP 98742', 9000],
  ['f', 'Area 987', 640_000],
  ['d', 'Ohio', 10_000_000],
] as const;

/** Details that narrow, with made-up shares: one person in so many. */
const details = [
  ['b', 'Aged 67', 100],
  ['p', 'Mother of 93', 200],
  ['j', 'Transplant', 100_000],
  ['k', '… in 2019', 20],
  ['i', 'March 3', 1000],
] as const;

/**
 * How many people fit what is left, step by step.
 * @param removed letters of the places that were removed
 */
export function combination(removed: string): Step[] {
  const isLeft = (letter: string): boolean => !removed.includes(letter);
  const [, place, people] = places.find(([letter]) => isLeft(letter)) ?? [
    '',
    'The US',
    300_000_000,
  ];
  const kept = details.filter(([letter]) => isLeft(letter) && (letter !== 'k' || isLeft('j')));
  return [
    { name: place, alike: people },
    ...kept.map(([, name], index) => ({
      name,
      alike: expectedAlike(
        people,
        kept.slice(0, index + 1).map(([, , oneIn]) => oneIn),
      ),
    })),
  ];
}
