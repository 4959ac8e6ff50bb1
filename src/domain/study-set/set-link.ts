/**
 * A study set in the fragment of `/set/#…`.
 *
 * Format 1, for a set without any of the fields of format 2, is `1.<codes>` or `1.<codes>.<name>`.
 *
 * - `codes`: the questions' permanent three-character codes, in order, joined without separators.
 * - `name`: the name of the set, UTF-8 in base64url without padding (RFC 4648, section 5). It has
 *   at most 60 code points and 180 bytes, so at most 240 base64url characters in any script.
 *
 * Format 2, for groups, has been used since December 2026. It is `2.<codes>.<name>`, where the name
 * may be empty, followed by any of these fields. Each one is a letter and a value.
 *
 * - `i<id>`: the set's id, 1 to 12 characters from `a-z` and `0-9`. All later links to the set have
 *   the same one.
 * - `t<YYYYMMDDHHmm>`: when the group meets, as a moment in UTC, because people may be in different
 *   time zones. Everyone sees it in their own. `t<YYYYMMDD>` is a day without a time, which is the
 *   same everywhere.
 * - `p<initials>-<initials>…`: up to 12 people. Initials are a letter and up to two more letters or
 *   digits, in capitals.
 * - `w<digits>`: who takes which question, one digit for each code in order. 0 is nobody, and 1 to
 *   9 and a to c are the first to the twelfth person. Zeros at the end are left out.
 *
 * Fields with other letters are from a newer version of the guide. Up to 8 such fields with up to
 * 120 characters each are kept. Example: `2.z7s23s.UGFuZWw.ik3x.t202612040000.pAK-JL.w21`.
 *
 * Links consist only of letters, digits, `.`, `-`, and `_`, so chat and mail apps don't break them.
 * Fifty codes with the longest name take 393 characters. With an id, a time, and twelve people who
 * take all the questions, they take 522, about a quarter of what the strictest chat app allows.
 */
import { type CodeBook, isCode, type SortedCodes, sortCodes, splitCodes } from './code-book.ts';
import { openLink } from './open-link.ts';
import { cleanInitials, isInitials, maxPeople } from './practice-code.ts';
import { readSetTime, type SetTime, writeSetTime } from './set-time.ts';

export const buildSet = 'Build a question set';
export const setSteps = 'For your study group: pick questions, add a name and a day, send the link';

export interface StudySet {
  /** The set's name (see `cleanName`). It may be empty. */
  readonly name: string;
  readonly codes: readonly string[];
  /** The set's id, which is the same in all its links. Links in format 1 don't have one. */
  readonly id?: string | undefined;
  readonly when?: SetTime | undefined;
  readonly people?: readonly string[] | undefined;
  /** Who takes each question, as initials by question code. */
  readonly takers?: ReadonlyMap<string, string> | undefined;
  /** Fields that this version of the guide doesn't know. */
  readonly others?: readonly string[] | undefined;
}

/** A study set from a link. `codes` has only the questions that the guide has. */
export interface SetLink extends StudySet, SortedCodes {
  /** Every code in the link, in order. */
  readonly all: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Returns a name for the set to which lists and search add questions, such as "Thursday: HIPAA and
 * FHIR".
 */
export function draftName({ name, all }: Pick<SetLink, 'name' | 'all'>): string {
  return name || (all.length === 0 ? 'a new set' : 'your set');
}

/** Writes the fragment of a set's link, without `#`. Leaves out invalid parts. */
export function writeSetLink(set: StudySet): string {
  const codes = [...new Set(set.codes)].filter(isCode);
  const name = encodeName(cleanName(set.name));
  const fields = writeFields(set, codes);
  if (fields.length > 0) return ['2', codes.join(''), name, ...fields].join('.');
  return name === '' ? `1.${codes.join('')}` : `1.${codes.join('')}.${name}`;
}

/**
 * Reads a set from a link's fragment, with or without `#`. Codes that the guide doesn't have are
 * listed separately. An empty fragment is an empty set. Never throws.
 */
export function readSetLink(fragment: string, book: CodeBook): SetLink {
  const link = openLink(fragment, 'a set', 2);
  if ('problem' in link) {
    return { name: '', all: [], ...sortCodes([], book), problems: [link.problem] };
  }
  const { format, fields } = link.value;
  const [joined = '', encoded = '', ...rest] = fields;
  const { codes: all, isWhole } = splitCodes(joined);
  const name = decodeName(encoded);
  const room = format === 1 || fields.length === 0 ? { problems: [] } : readFields(rest, all);
  const problems = [
    ...(isWhole && (format === 2 || rest.length === 0)
      ? []
      : ['Part of the link is damaged, so questions may be missing.']),
    ...(encodeName(cleanName(name ?? '')) === encoded ? [] : ['The name in the link is damaged.']),
    ...room.problems,
  ];
  return { ...room, name: cleanName(name ?? ''), all, ...sortCodes(all, book), problems };
}

/**
 * Reads a link without knowing the guide's codes. In the result, `all` has the codes, and `codes`
 * is empty.
 */
export function peekAtSet(link: string): SetLink {
  return readSetLink(link, { codes: [], retired: [] });
}

/**
 * Returns the set in a link, so it can be changed and written again. It doesn't include retired
 * questions, but it does include unknown ones.
 */
export function setIn({ problems: _, retired, unknown: __, all, ...set }: SetLink): StudySet {
  const gone = new Set(retired.map(({ code }) => code));
  return { ...set, codes: all.filter((code) => !gone.has(code)) };
}

const maxOthers = 8;
const otherField = /^(?![itpw])[a-z][\w-]{0,119}$/;
const digits = '0123456789abc';
const groupLost =
  'Part of the link about your group is missing or damaged, so people may be missing. Ask for the link again.';

function writeFields(set: StudySet, codes: readonly string[]): string[] {
  const { id = '', when, takers, others = [] } = set;
  const people = [...new Set(set.people)].filter(isInitials).slice(0, maxPeople);
  const time = when === undefined ? '' : writeSetTime(when);
  const taken = codes.map((code) => digits[people.indexOf(takers?.get(code) ?? '') + 1]).join('');
  const fields = [
    isId(id) ? `i${id}` : '',
    time === '' ? '' : `t${time}`,
    people.length === 0 ? '' : `p${people.join('-')}`,
    /[^0]/.test(taken) ? `w${taken.replace(/0+$/, '')}` : '',
    ...others.filter((field) => otherField.test(field)).slice(0, maxOthers),
  ];
  return fields.filter((field) => field !== '');
}

function readFields(fields: readonly string[], codes: readonly string[]) {
  const fieldOf = (letter: string) =>
    fields.find((field) => field.startsWith(letter))?.slice(1) ?? '';
  const id = fieldOf('i');
  const time = fieldOf('t');
  const when = readSetTime(time);
  const written = fieldOf('p').split('-');
  const people = [...new Set(written.filter(isInitials))].slice(0, maxPeople);
  const taken = [...fieldOf('w')].flatMap((digit, index) => {
    const person = written[digits.indexOf(digit) - 1] ?? '';
    const code = codes[index];
    return !people.includes(person) || code === undefined ? [] : [[code, person] as const];
  });
  const others = fields.filter((field) => otherField.test(field));
  const room = {
    ...(isId(id) && { id }),
    ...(when !== undefined && { when }),
    ...(people.length > 0 && { people }),
    ...(taken.length > 0 && { takers: new Map(taken) }),
    ...(others.length > 0 && { others: others.slice(0, maxOthers) }),
  };
  // If a field is missing after the fields are written again, it was damaged. A link in format 2
  // always has fields, so without any, it was cut. A cut that leaves whole initials can't be seen.
  const again = writeFields({ name: '', codes, ...room }, codes);
  const isWhole = fields.length > 0 && fields.every((field) => again.includes(field));
  const isTimeLost = time !== '' && when === undefined;
  return {
    ...room,
    problems: [
      ...(isTimeLost ? ['We couldn’t read the day in the link.'] : []),
      ...(isWhole || isTimeLost ? [] : [groupLost]),
    ],
  };
}

function isId(text: string): boolean {
  return /^[a-z0-9]{1,12}$/.test(text);
}

export function encodeName(name: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function decodeName(encoded: string): string | undefined {
  try {
    const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    );
  } catch {
    // This happens if the text isn't base64url, or if it isn't UTF-8.
    return undefined;
  }
}

/** Adds questions at the end of a set. Questions that it already has stay where they are. */
export function addToSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: [...new Set([...set.codes, ...codes])] };
}

export function removeFromSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: set.codes.filter((code) => !codes.includes(code)) };
}

/** Moves a question to another position. If the set doesn't have the question, does nothing. */
export function moveInSet(set: StudySet, code: string, index: number): StudySet {
  if (!set.codes.includes(code)) return set;
  const others = set.codes.filter((other) => other !== code);
  return { ...set, codes: others.toSpliced(Math.max(0, index), 0, code) };
}

export function renameSet(set: StudySet, name: string): StudySet {
  return { ...set, name: cleanName(name) };
}

/** Adds a person if there is room. If the text isn't valid initials, does nothing. */
export function addPerson(set: StudySet, text: string): StudySet {
  const initials = cleanInitials(text);
  const people = set.people ?? [];
  if (initials === undefined || people.includes(initials) || people.length >= maxPeople) return set;
  return { ...set, people: [...people, initials] };
}

/** Removes a person. Their questions can then be taken by others. */
export function removePerson(set: StudySet, initials: string): StudySet {
  const takers = [...(set.takers ?? [])].filter(([, taker]) => taker !== initials);
  const people = set.people?.filter((person) => person !== initials);
  return { ...set, people, takers: new Map(takers) };
}

/**
 * Gives a question to a person and adds them to the group if necessary. If `initials` is undefined,
 * nobody has the question anymore. If there is no room for another person, nothing changes.
 */
export function giveQuestion(set: StudySet, code: string, initials: string | undefined): StudySet {
  const grown = initials === undefined ? set : addPerson(set, initials);
  const takers = new Map(grown.takers);
  if (initials === undefined) takers.delete(code);
  else if (grown.people?.includes(initials)) takers.set(code, initials);
  return { ...grown, takers };
}

/**
 * Adds anything that only an earlier version of a set has: questions, people, who takes which
 * question, the name, the time, and unknown fields.
 */
export function mergeSets(set: StudySet, earlier: StudySet): StudySet {
  const people = [...new Set([...(set.people ?? []), ...(earlier.people ?? [])])];
  return {
    ...set,
    name: set.name || earlier.name,
    codes: [...new Set([...set.codes, ...earlier.codes])],
    when: set.when ?? earlier.when,
    people: people.slice(0, maxPeople),
    takers: new Map([...(earlier.takers ?? []), ...(set.takers ?? [])]),
    others: set.others ?? earlier.others,
  };
}

/** Returns the questions that nobody takes. */
export function freeQuestions({ codes, takers }: StudySet): string[] {
  return codes.filter((code) => !takers?.has(code));
}

/**
 * Gives each free question to the person who has the fewest so far. Questions that someone takes
 * stay with them.
 */
export function splitEvenly(set: StudySet): StudySet {
  const { people = [] } = set;
  if (people.length === 0) return set;
  const takers = new Map(set.takers);
  const countOf = (person: string) =>
    set.codes.filter((code) => takers.get(code) === person).length;
  for (const code of freeQuestions(set)) {
    const counts = people.map(countOf);
    takers.set(code, people[counts.indexOf(Math.min(...counts))] ?? '');
  }
  return { ...set, takers };
}

/** Maximum length of a set's name, in Unicode code points. */
export const maxNameLength = 60;

/**
 * Maximum number of bytes in UTF-8. This is enough for 60 code points in most scripts, or for 45
 * that take four bytes each.
 */
const maxBytes = 180;

/**
 * Characters that a name may not contain: control characters, lone surrogates, and marks that
 * change the text direction (https://www.unicode.org/reports/tr9/, explicit directional
 * formatting). With such marks, a name could garble the line around it.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

const visible = /[^\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Cleans a name: puts it on one line, removes unwanted characters and extra spaces, and cuts it off
 * at its maximum length. If nothing visible remains, returns an empty string. A clean name is still
 * untrusted, so show it as text and never as markup.
 */
export function cleanName(name: string): string {
  // Names are much shorter than this, so longer text isn't worth the time.
  const text = name
    .slice(0, 4000)
    .replace(/\s/g, ' ')
    .replace(unwanted, '')
    .replace(/ +/g, ' ')
    .trim();
  const cut = cutToBytes([...text].slice(0, maxNameLength)).trim();
  return visible.test(cut) ? cut : '';
}

function cutToBytes(characters: readonly string[]): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = characters.findIndex((character) => {
    bytes += encoder.encode(character).length;
    return bytes > maxBytes;
  });
  return characters.slice(0, end === -1 ? undefined : end).join('');
}
