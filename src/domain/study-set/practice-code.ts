/**
 * The people in a group, by their initials, and the code that says what they practiced:
 * `<initials>-<bits>`, such as `R2-15`. The bits are a hexadecimal number. Its lowest bit is the
 * first question in the set's link. People paste the code into their chat with a sentence: "I
 * practiced 3 of 5. R2-15". The number of questions in the sentence guards against codes for
 * another list. The code itself has no version, because it means nothing without the set's link,
 * which has one.
 */
import { counted } from '../../lib/text.ts';

export const maxPeople = 12;

/**
 * True for a capital letter followed by up to two more capitals or digits. If two people are called
 * R, one of them can be "R2".
 */
export function isInitials(text: string): boolean {
  return /^[A-Z][A-Z0-9]{0,2}$/.test(text);
}

/**
 * Returns typed initials in capitals, without periods or spaces. Returns undefined if they aren't
 * valid.
 */
export function cleanInitials(typed: string): string | undefined {
  const text = typed.slice(0, 40).replace(/[\s.]/g, '').toUpperCase();
  return isInitials(text) ? text : undefined;
}

export const initialsRule =
  'Use one to three characters, A to Z or 0 to 9, starting with a letter.';

/** @param practiced for each question in the set, in order, true if the person has practiced it */
export function writePracticeCode(initials: string, practiced: readonly boolean[]): string {
  const bits = practiced.reduce((sum, isIn, index) => sum + (isIn ? 2n ** BigInt(index) : 0n), 0n);
  return `${initials}-${bits.toString(16).toUpperCase()}`;
}

/** Returns the message for the group's chat, such as "I practiced 3 of 5. R2-15". */
export function practiceMessage(initials: string, practiced: readonly boolean[]): string {
  const count = practiced.filter(Boolean).length;
  return `I practiced ${count} of ${practiced.length}. ${writePracticeCode(initials, practiced)}`;
}

export interface PracticeCode {
  readonly initials: string;
  readonly practiced: readonly boolean[];
}

/**
 * Maximum length of pasted text, in UTF-16 code units. If the text is longer, only its end, which
 * has the newest messages, is read.
 */
const maxPasteLength = 20_000;

/** Links to sets have initials and digits too, so they could pass for codes. */
const links = /\S*#\S*/g;

const codes = /(?:(\d{1,3}) of (\d{1,3})[^\w]{1,4})?\b([A-Z][A-Z0-9]{0,2})-([0-9A-F]{1,13})\b/gi;

/** Returns the fragment of the last link to a set in pasted text, without `#`. */
export function findSetLink(text: string): string | undefined {
  return [...text.slice(-maxPasteLength).matchAll(/#([12]\.[\w.-]+)/g)].at(-1)?.[1];
}

/**
 * Returns the codes in pasted messages. If a person has two, the later one counts. Other words in
 * chats may look like codes, such as "GPT-4". So a code without its sentence counts only if its
 * initials are in capitals and, if other codes have their sentences, belong to someone in the
 * group. (Lowercase initials count, too, if the code is the whole text.) Never throws.
 */
export function readPracticeCodes(text: string, length: number, people: readonly string[]) {
  const messages = text.slice(-maxPasteLength).replace(links, '').trim();
  const matches = [...messages.matchAll(codes)];
  const hasSentences = matches.some(([, count]) => count !== undefined);
  const isAlone = matches.length === 1 && matches[0]?.[0] === messages;
  const byPerson = new Map<string, PracticeCode>();
  const problems: string[] = [];
  for (const [, count, of, typed = '', hex = ''] of matches) {
    const initials = typed.toUpperCase();
    const isPlain = count === undefined;
    if (isPlain && !isAlone && typed !== initials) continue;
    if (isPlain && hasSentences && !people.includes(initials)) continue;
    const bits = BigInt(`0x${hex}`);
    const practiced = Array.from({ length }, (_, index) => ((bits >> BigInt(index)) & 1n) === 1n);
    const isSame = count === undefined || Number(count) === practiced.filter(Boolean).length;
    if (bits >> BigInt(length) > 0n || Number(of ?? length) !== length || !isSame) {
      problems.push(
        `The code from ${initials} is for another list of questions. This set has ${counted(length, 'question')}: ask ${initials} to copy it again.`,
      );
    } else byPerson.set(initials, { initials, practiced });
  }
  return { codes: [...byPerson.values()], problems: [...new Set(problems)].slice(0, maxPeople) };
}
