/**
 * A study set in the fragment of `/set/#…`, format 1: `1.<codes>`, or `1.<codes>.<name>`.
 *
 * - `codes`: permanent three-character codes in the set's order, joined without separators.
 * - `name`: the name of the set, UTF-8 in base64url without padding (RFC 4648, section 5):
 *   at most 60 code points and 180 bytes, so at most 240 characters in any script.
 *
 * Only letters, digits, `.`, `-`, and `_` occur, so that chat and mail programs don't break a link.
 * Fifty codes with the longest name make 393 characters, which leaves more than a hundred for the
 * URL of the page itself.
 */
import { type CodeBook, isCode, type SortedCodes, sortCodes, splitCodes } from './code-book.ts';
import { openLink } from './open-link.ts';

export const buildSet = 'Build a question set';

export interface StudySet {
  /** Its name, see `cleanName`; may be empty. */
  readonly name: string;
  readonly codes: readonly string[];
}

/** A study set as read from a link. `codes` are the questions that the guide has. */
export interface SetLink extends StudySet, SortedCodes {
  readonly problems: readonly string[];
}

/** Writes a set as the fragment of its link, without `#`. Invalid codes are left out. */
export function writeSetLink({ name, codes }: StudySet): string {
  const encoded = encodeName(cleanName(name));
  const joined = [...new Set(codes)].filter(isCode).join('');
  return encoded === '' ? `1.${joined}` : `1.${joined}.${encoded}`;
}

/**
 * Reads a set from the fragment of a link, with or without `#`: known codes work, and the others
 * are listed. An empty fragment is an empty set. Never throws.
 */
export function readSetLink(fragment: string, book: CodeBook): SetLink {
  const link = openLink(fragment, 'a set');
  if ('problem' in link) return { name: '', ...sortCodes([], book), problems: [link.problem] };
  const [joined = '', encoded = '', ...rest] = link.value.fields;
  const { codes, isWhole } = splitCodes(joined);
  const name = decodeName(encoded);
  const problems = [
    ...(isWhole && rest.length === 0
      ? []
      : ['Part of the link is damaged, so questions may be missing.']),
    ...(encodeName(cleanName(name ?? '')) === encoded ? [] : ['The name in the link is damaged.']),
  ];
  return { name: cleanName(name ?? ''), ...sortCodes(codes, book), problems };
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
    // Not base64url, or not UTF-8.
    return undefined;
  }
}

/** Appends questions to a set; existing ones keep their positions. */
export function addToSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: [...new Set([...set.codes, ...codes])] };
}

export function removeFromSet(set: StudySet, ...codes: readonly string[]): StudySet {
  return { ...set, codes: set.codes.filter((code) => !codes.includes(code)) };
}

/** Moves a question, if the set has it, to an index, clamped to the ends. */
export function moveInSet(set: StudySet, code: string, place: number): StudySet {
  if (!set.codes.includes(code)) return set;
  const others = set.codes.filter((other) => other !== code);
  return { ...set, codes: others.toSpliced(Math.max(0, place), 0, code) };
}

export function renameSet(set: StudySet, name: string): StudySet {
  return { ...set, name: cleanName(name) };
}

/** Maximum length of a set's name, in Unicode code points. */
export const maxNameLength = 60;

/** Maximum bytes in UTF-8: 60 code points of most scripts, 45 of those that need four each. */
const maxBytes = 180;

/**
 * Characters that a name may not contain: control characters, lone surrogates, and marks that
 * change the direction of surrounding text (https://www.unicode.org/reports/tr9/, table of explicit
 * formatting characters), with which a name could change the line around it.
 */
const unwanted = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** Whether a text has visible characters. */
const visible = /[^\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A cleaned name: on one line, without unwanted characters and extra space, cut to its maximum
 * length; empty if nothing is visible. It is still untrusted: show it as text, never as markup.
 */
export function cleanName(name: string): string {
  // More than the longest link; longer text isn't worth the time.
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
