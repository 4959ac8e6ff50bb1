import {
  dates,
  phrases,
  quotationMarks,
  shortDates,
  spellings,
  type VoiceRule,
} from './voice-rules.ts';

/** A word or phrase that an American editor would change. */
export interface VoiceFinding {
  readonly kind: 'british-spelling' | 'date-format' | 'quotation-mark' | 'unplain-wording';
  /** Index in the line where it starts, from 0. */
  readonly index: number;
  readonly phrase: string;
  readonly instead: string;
}

/** All phrases as a single pattern, so that lines without a match are fast. */
const anyPhrase = new RegExp(phrases.map(({ pattern }) => pattern.source).join('|'), 'i');

const longDate = '“November 24, 2026”';
const dateRules = dates.map((pattern): VoiceRule => ({ pattern, instead: longDate }));

/** Finds what to change in a line of prose, or in a line of code with words in it. */
export function voiceFindings(line: string): VoiceFinding[] {
  return [
    ...(anyPhrase.test(line) ? phrases : []).flatMap((rule) =>
      matches('unplain-wording', line, rule),
    ),
    ...britishWords(line),
    ...(/\d/.test(line) ? dateRules : []).flatMap((rule) => matches('date-format', line, rule)),
  ];
}

/** Finds dates in a form that belongs in tables, data, and attributes, not in prose. */
export function shortDateFindings(line: string): VoiceFinding[] {
  return matches('date-format', line, { pattern: shortDates, instead: longDate });
}

/** Finds straight quotation marks, which belong in code, and commas outside quotation marks. */
export function quotationMarkFindings(line: string): VoiceFinding[] {
  return quotationMarks.flatMap((rule) => matches('quotation-mark', line, rule));
}

function matches(
  kind: VoiceFinding['kind'],
  line: string,
  { pattern, instead }: VoiceRule,
): VoiceFinding[] {
  return [...line.matchAll(pattern)].map(({ 0: phrase, index }) => {
    const indent = phrase.length - phrase.trimStart().length;
    return { kind, index: index + indent, phrase: phrase.trim(), instead };
  });
}

function britishWords(line: string): VoiceFinding[] {
  return [...line.matchAll(/[a-z]{4,}/gi)].flatMap(({ 0: phrase, index }) => {
    const instead = american(phrase.toLowerCase());
    if (instead === undefined) return [];
    return [{ kind: 'british-spelling', index, phrase, instead: `“${instead}”` }];
  });
}

const verdicts = new Map<string, string | undefined>();

/** Returns the American spelling of a lower-case British word, or undefined if it isn't one. */
function american(word: string): string | undefined {
  if (!verdicts.has(word)) {
    const rule = spellings.find(([pattern]) => pattern.test(word));
    verdicts.set(word, rule && word.replace(...rule));
  }
  return verdicts.get(word);
}
