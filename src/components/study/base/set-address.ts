import type { Paths } from '../../../domain/links/paths.ts';
import { type StudySet, writeSetLink } from '../../../domain/study-set/set-link.ts';

/** The whole address of a set, to pass on. */
export function setAddress(set: StudySet, paths: Pick<Paths, 'set'>): string {
  return new URL(`${paths.set}#${writeSetLink(set)}`, location.origin).href;
}
