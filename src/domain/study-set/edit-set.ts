import { cleanName } from './clean-name.ts';
import type { StudySet } from './set-link.ts';

/** Appends questions to a set; those already in it keep their positions. */
export function addToSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: [...new Set([...set.codes, ...codes])] };
}

/** Removes questions from a set. */
export function removeFromSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: set.codes.filter((code) => !codes.includes(code)) };
}

/**
 * Moves a question to an index, clamped to the ends. Nothing changes if the set doesn't have the
 * question.
 */
export function moveInSet(set: StudySet, code: string, place: number): StudySet {
  if (!set.codes.includes(code)) return set;
  const others = set.codes.filter((other) => other !== code);
  return { ...set, codes: others.toSpliced(Math.max(0, place), 0, code) };
}

/** Renames a set; the name is cleaned (see `cleanName`). */
export function renameSet(set: StudySet, name: string): StudySet {
  return { ...set, name: cleanName(name) };
}
