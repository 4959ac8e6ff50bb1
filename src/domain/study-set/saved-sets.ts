/**
 * The question sets that were made or opened on this device, with what the other people in the
 * group report having practiced. They are JSON in the localStorage item `guide-sets`, format 1. The
 * set that is being built is also in `guide-set`, as a link. Other people's practice codes are
 * stored as question codes, so they stay correct when the set changes. All of this stays on this
 * device.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { arrayOf } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import { splitCodes } from './code-book.ts';
import { maxFragmentLength } from './open-link.ts';
import { isInitials, maxPeople } from './practice-code.ts';
import { peekAtSet, type StudySet, writeSetLink } from './set-link.ts';

const version = 1;

/**
 * Maximum number of sets. If there are more, those that haven't been opened or changed for the
 * longest time are dropped.
 */
export const maxSets = 30;

const initials = z.string().check(z.refine(isInitials));

const savedSetSchema = z.object({
  /** The set's latest link, without `#`. */
  link: z.string().check(z.minLength(2), z.maxLength(maxFragmentLength)),
  /** When the set was last opened or changed, in milliseconds since 1970. */
  at: z.int().check(z.gte(0), z.lte(8.64e15)),
  /**
   * True if the set was made or changed here, in which case another link must not simply replace
   * it.
   */
  isChanged: z.optional(z.boolean()),
  /**
   * The link that was opened last, if the reader hasn't said yet whether it replaces `link`. The
   * reader may practice its questions in the meantime.
   */
  opened: z.optional(z.string().check(z.minLength(2), z.maxLength(maxFragmentLength))),
  /** What other people report having practiced, as question codes joined without separators. */
  practiced: z.optional(
    arrayOf(z.object({ who: initials, codes: z.string().check(z.maxLength(600)) }), maxPeople),
  ),
});

const savedSetsSchema = z.object({
  version: z.literal(version),
  me: z.optional(initials),
  /** The sets, latest first. */
  sets: arrayOf(savedSetSchema, maxSets),
});

export type SavedSets = z.infer<typeof savedSetsSchema>;
export type SavedSet = SavedSets['sets'][number];

export const noSets: SavedSets = { version, sets: [] };

export function readSavedSets(text: string | null): Result<SavedSets> {
  if (text === null) return { value: noSets };
  return readVersioned({ name: 'Your list of sets', version, schema: savedSetsSchema }, text);
}

/**
 * Returns the id in a set's link. If it has none, derives the id from the link, so it is the same
 * for everyone.
 */
export function idOf(set: StudySet & { readonly all?: readonly string[] }): string {
  return set.id ?? shortHash(writeSetLink({ ...set, codes: set.all ?? set.codes }));
}

export function findSet({ sets }: SavedSets, id: string): SavedSet | undefined {
  return sets.find(({ link }) => idOf(peekAtSet(link)) === id);
}

/** Puts a set at the front, replacing its earlier link. */
export function keepSet(
  saved: SavedSets,
  set: StudySet,
  { at, isChanged }: { readonly at: number; readonly isChanged: boolean },
): SavedSets {
  const id = idOf(set);
  const earlier = findSet(saved, id);
  const others = saved.sets.filter((one) => one !== earlier);
  const kept = { ...earlier, link: writeSetLink(set), at, isChanged, opened: undefined };
  const sets = [kept, ...others].slice(0, maxSets);
  return { ...saved, sets };
}

/** Puts a set at the front with the link that was opened, without replacing its own link. */
export function noteOpened(saved: SavedSets, set: StudySet, at: number): SavedSets {
  const current = findSet(saved, idOf(set));
  if (current === undefined) return saved;
  const others = saved.sets.filter((one) => one !== current);
  return { ...saved, sets: [{ ...current, opened: writeSetLink(set), at }, ...others] };
}

export function removeSet(saved: SavedSets, id: string): SavedSets {
  const gone = findSet(saved, id);
  return { ...saved, sets: saved.sets.filter((one) => one !== gone) };
}

/** Restores a removed set, unless it has been added again. */
export function restoreSet(saved: SavedSets, set: SavedSet): SavedSets {
  if (findSet(saved, idOf(peekAtSet(set.link))) !== undefined) return saved;
  const sets = [...saved.sets, set].sort((a, b) => b.at - a.at);
  return { ...saved, sets: sets.slice(0, maxSets) };
}

/** Records what people practiced, replacing their earlier reports. */
export function notePracticed(
  saved: SavedSets,
  id: string,
  news: ReadonlyMap<string, readonly string[]>,
): SavedSets {
  const current = findSet(saved, id);
  if (current === undefined) return saved;
  const before = (current.practiced ?? []).filter(({ who }) => !news.has(who));
  const added = [...news].map(([who, codes]) => ({ who, codes: codes.join('') }));
  // If there are too many people, keep the newest.
  const changed = { ...current, practiced: [...before, ...added].slice(-maxPeople) };
  return { ...saved, sets: saved.sets.map((one) => (one === current ? changed : one)) };
}

/** Gives a set the reports that it had before `notePracticed`. */
export function restorePracticed(
  saved: SavedSets,
  id: string,
  practiced: SavedSet['practiced'],
): SavedSets {
  const current = findSet(saved, id);
  if (current === undefined) return saved;
  const restored = { ...current, practiced };
  return { ...saved, sets: saved.sets.map((one) => (one === current ? restored : one)) };
}

/** Returns what people report having practiced, by initials. */
export function practicedBy(set: SavedSet | undefined): ReadonlyMap<string, readonly string[]> {
  return new Map(set?.practiced?.map(({ who, codes }) => [who, splitCodes(codes).codes]));
}

export interface GroupMember {
  readonly initials: string;
  readonly isMe: boolean;
  /** For each question in the set, in order, true if the person practiced it. */
  readonly practiced: readonly boolean[];
}

/**
 * Returns a set's group: the people in its link, people who sent a code, and the reader. For the
 * reader, their own answers count. Readers without initials are included with an empty name if the
 * link lists no people. Otherwise, they may already be one of those listed, so they are left out.
 */
export function groupOf(
  { codes, people = [] }: Pick<StudySet, 'codes' | 'people'>,
  {
    me,
    mine,
    others,
  }: {
    readonly me: string | undefined;
    readonly mine: ReadonlySet<string>;
    readonly others: ReadonlyMap<string, readonly string[]>;
  },
): GroupMember[] {
  const all = new Set([...people, ...others.keys(), ...(me === undefined ? [] : [me])]);
  if (me === undefined && people.length === 0) all.add('');
  return [...all].map((initials) => {
    const isMe = initials === (me ?? '');
    const has = new Set(isMe ? mine : others.get(initials));
    return { initials, isMe, practiced: codes.map((code) => has.has(code)) };
  });
}
