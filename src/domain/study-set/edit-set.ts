import { cleanName } from './clean-name.ts';
import type { StudySet } from './set-link.ts';

/** Adds questions at the end of a set; those that it has already keep their places. */
export function addToSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: [...new Set([...set.codes, ...codes])] };
}

/** Takes questions out of a set. */
export function removeFromSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: set.codes.filter((code) => !codes.includes(code)) };
}

/**
 * Moves a question to a place, counted from 0; a place beyond either end is that end. Nothing
 * moves if the set doesn't have the question.
 */
export function moveInSet(set: StudySet, code: string, place: number): StudySet {
  if (!set.codes.includes(code)) return set;
  const others = set.codes.filter((other) => other !== code);
  return { ...set, codes: others.toSpliced(Math.max(0, place), 0, code) };
}

/** Gives a set another name, cleaned (see `cleanName`). */
export function renameSet(set: StudySet, name: string): StudySet {
  return { ...set, name: cleanName(name) };
}
