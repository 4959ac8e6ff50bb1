/**
 * A study set in the fragment of `/set/#…`, format 1: `1.<codes>`, or `1.<codes>.<name>`.
 *
 * - `codes`: permanent three-character codes in the set's order, joined without separators.
 * - `name`: what its maker called it, UTF-8 in base64url without padding (RFC 4648, section 5):
 *   at most 60 code points and 180 bytes, so at most 240 characters whatever the script.
 *
 * Only letters, digits, `.`, `-` and `_` occur, so that chat and mail programs leave a link
 * whole. Fifty codes with the longest name make 393 characters, which leaves more than a hundred
 * for the address of the page itself.
 */
import { cleanName } from './clean-name.ts';
import { type CodeBook, isCode, type SortedCodes, sortCodes, splitCodes } from './code-book.ts';
import { openLink } from './open-link.ts';

/** An ordered list of questions that someone chose. */
export interface StudySet {
  /** Its name, see `cleanName`; may be empty. */
  readonly name: string;
  /** Codes of its questions, each once. */
  readonly codes: readonly string[];
}

/** A study set as read from a link. `codes` are the questions that the guide has. */
export interface SetLink extends StudySet, SortedCodes {
  /** What is wrong with the link itself, in words of ours, for the reader; empty if nothing is. */
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

function encodeName(name: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decodeName(encoded: string): string | undefined {
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
