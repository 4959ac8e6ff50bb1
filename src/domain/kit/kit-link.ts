/**
 * Links to the interview kit. Their data is in the fragment of `/kit/#…`.
 *
 * An interview, format 1, is `k1.<id>.<minutes>.<number>.<codes>.<labels>.<name>`, for example
 * `k1.x7k2m9q4wz.50.3.z7s23sv4h.abcd.U2VuaW9yIFBN`.
 *
 * - `id`: the interview's id, 8 to 40 characters from `a-z`, `0-9`, and `-`. It distinguishes
 *   interviews with the same questions.
 * - `minutes`: 1 to 240.
 * - `number`: the number of questions, to detect truncated links.
 * - `codes`: the questions' codes, in order, joined without separators.
 * - `labels`: the candidates' labels, such as `abcd`. A link never has a candidate's name.
 * - `name`: the interview's name in base64url, as in links to sets. It may be empty.
 *
 * Format 2, `k2.…`, is used if a candidate was deleted. Its `labels` end with a hyphen and the
 * labels that no other candidate may get, such as `acd-b`. Pages that know only format 1 ask to be
 * reloaded.
 *
 * A rater's scores for one candidate add three more fields, or four with notes:
 * `….<label>.<rater>.<score code>` or `….<label>.<rater>.<score code>.<notes>`.
 *
 * - `label`: the candidate's label. The score code doesn't fit any other candidate or interview.
 * - `rater`: four to ten characters from `a-z` and `0-9`, picked at random for this interview. It
 *   shows which scores are from the same rater, so scores that are sent again replace the earlier
 *   ones. In a study group, the initials of the rater may follow, as in `x7k2m9-ak`.
 * - `score code`: see `score-code.ts`, in lowercase and without hyphens.
 * - `notes`: the notes, if the rater chose to send them. They are a JSON array with the note for
 *   each question, in UTF-8 and base64url.
 *
 * The page also opens these fragments:
 *
 * - `own=<record>`, followed by score codes, each after a period: the reader's own result from a
 *   mock interview, for comparison with others.
 * - `p=<path>`: a new interview with the questions in a learning path.
 * - `set=<set>`: a new interview with the questions in a set (see `set-link.ts`).
 * - `i=<id>`: an interview on this device, perhaps followed by `/` and the part to open (see
 *   `placeOf`).
 * - The fragments of links to mock interviews (`mock-link.ts`), with or without scores.
 */
import {
  codesInMockLink,
  maxMinutes,
  maxQuestions,
  splitInitials,
  tidyMockLink,
  withInitials,
} from '../mock/mock-link.ts';
import { candidateLabels, type InterviewRecord, maxNoteLength } from '../progress/records.ts';
import { isCode, splitCodes } from '../study-set/code-book.ts';
import { cleanName, decodeName, encodeName } from '../study-set/set-link.ts';
import { deletedLabels, firstLabel, type Label } from './interview.ts';

/**
 * Longer fragments aren't read. The limit leaves room for fifty questions, a name, scores, and
 * notes.
 */
const maxLength = 12_000;

/** Maximum length of the notes in a link, in base64url characters. */
export const maxNotesLength = 8000;

/** Some chat apps cut off longer links. Microsoft Teams does so at around 2,048 characters. */
export const safeLength = 1900;

type SharedInterview = Pick<InterviewRecord, 'id' | 'minutes' | 'name'> & {
  readonly codes: readonly string[];
  readonly labels: readonly Label[];
  readonly deleted?: readonly Label[];
};

/** Scores from a link. Their code isn't checked against the interview yet (see `fitLink`). */
export interface SharedScores {
  readonly label: Label;
  readonly rater: string | undefined;
  /** The rater's initials, if a study group's link has them. */
  readonly by?: string | undefined;
  readonly code: string;
  readonly notes: readonly string[] | undefined;
}

export type KitLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'own'; readonly id: string; readonly place: string }
  | { readonly kind: 'result'; readonly id: string; readonly scoreCodes: readonly string[] }
  | { readonly kind: 'path'; readonly id: string }
  | { readonly kind: 'set'; readonly fragment: string }
  | {
      readonly kind: 'interview';
      readonly interview: SharedInterview;
      readonly scores: SharedScores | undefined;
    }
  | { readonly kind: 'mock'; readonly link: string; readonly fragment: string }
  | { readonly kind: 'problem'; readonly problem: string };

const problems = {
  long: 'This is too long to be a link to an interview, so we didn’t open it.',
  foreign: 'This isn’t a link to an interview.',
  newer: 'This link to an interview needs a newer version of this page. Reload the page.',
  damaged:
    'This link is damaged or cut short. Ask for it again, or for the interview as a file. Nothing was added.',
};

/** Reads a link's fragment, with or without `#`. Never throws. */
export function readKitLink(fragment: string): KitLink {
  const text = fragment.trim().replace(/^#/, '');
  if (text === '') return { kind: 'none' };
  if (text.length > maxLength) return { kind: 'problem', problem: problems.long };
  const [, key, value = ''] = /^(i|own|p|set)=(.*)$/s.exec(text) ?? [];
  if (key === 'p') return { kind: 'path', id: value };
  if (key === 'set') return { kind: 'set', fragment: value };
  if (key === 'own') {
    const [id = '', ...scoreCodes] = value.split('.');
    return { kind: 'result', id, scoreCodes };
  }
  if (key === 'i') {
    const [id = '', place = ''] = value.split(/\/(.*)/s);
    return { kind: 'own', id, place };
  }
  if (/^\d/.test(text) && codesInMockLink(text.toLowerCase()).length > 0) {
    return { kind: 'mock', link: tidyMockLink(text), fragment: text.toLowerCase() };
  }
  const [format = '', ...fields] = text.split('.');
  if (!/^k\d{1,3}$/.test(format)) return { kind: 'problem', problem: problems.foreign };
  if (format !== 'k1' && format !== 'k2') return { kind: 'problem', problem: problems.newer };
  return readFields(fields) ?? { kind: 'problem', problem: problems.damaged };
}

function readFields(fields: readonly string[]): KitLink | undefined {
  const [id = '', minutes = '', number = '', joined = '', labeled = '', encoded = ''] = fields;
  const { codes, isWhole } = splitCodes(joined);
  const [marks = '', deletedMarks = '', ...rest] = labeled.split('-');
  const labels = labelsOf(marks);
  const deleted = labelsOf(deletedMarks);
  const time = /^\d{1,3}$/.test(minutes) ? Number(minutes) : 0;
  const isSound =
    /^[0-9a-z-]{8,40}$/.test(id) &&
    within(time, maxMinutes) &&
    isWhole &&
    String(codes.length) === number &&
    within(codes.length, maxQuestions) &&
    labels.length === marks.length &&
    labels.length > 0 &&
    deleted.length === deletedMarks.length &&
    !deleted.some((label) => labels.includes(label)) &&
    rest.length === 0;
  const name = decodeName(encoded);
  if (!isSound || name === undefined || encodeName(cleanName(name)) !== encoded) return undefined;
  const known = { id, minutes: time, name, codes, labels };
  const interview = deleted.length === 0 ? known : { ...known, deleted };
  if (fields.length === 6) return { kind: 'interview', interview, scores: undefined };
  const scores = readScores(fields.slice(6), codes.length);
  if (scores === undefined || !labels.includes(scores.label)) return undefined;
  return { kind: 'interview', interview, scores };
}

function readScores(fields: readonly string[], questions: number): SharedScores | undefined {
  const [mark = '', signed = '', code = '', encoded, ...rest] = fields;
  const { text: rater, by } = splitInitials(signed);
  const label = labelOf(mark);
  const notes = encoded === undefined ? undefined : readNotes(encoded, questions);
  const isSound =
    /^[0-9a-z]{4,10}$/.test(rater) && /^[0-9a-z]{8,400}$/i.test(code) && rest.length === 0;
  if (label === undefined || !isSound || (encoded !== undefined && notes === undefined)) {
    return undefined;
  }
  return { label, rater, ...(by === undefined ? {} : { by }), code, notes };
}

function readNotes(encoded: string, questions: number): string[] | undefined {
  if (encoded.length > maxNotesLength) return undefined;
  try {
    const notes: unknown = JSON.parse(decodeName(encoded) ?? '');
    const isSound =
      Array.isArray(notes) &&
      notes.length <= questions &&
      notes.every((note) => typeof note === 'string' && note.length <= maxNoteLength);
    return isSound ? notes : undefined;
  } catch {
    return undefined;
  }
}

function labelsOf(marks: string): Label[] {
  return [...new Set([...marks].flatMap((mark) => labelOf(mark) ?? []))];
}

function labelOf(mark: string): Label | undefined {
  return candidateLabels.find((label) => label.toLowerCase() === mark);
}

function within(value: number, max: number): boolean {
  return value >= 1 && value <= max;
}

export function writeInterviewLink(interview: InterviewRecord): string {
  const { id, minutes, questions, candidates, name } = interview;
  const codes = questions.map(({ code }) => code).filter(isCode);
  const joined = (labels: readonly Label[]) => labels.join('').toLowerCase();
  const deleted = deletedLabels(interview);
  const own = joined(candidates.map(({ label }) => label));
  const labels = deleted.length === 0 ? own : `${own}-${joined(deleted)}`;
  const fields = [id, minutes, codes.length, codes.join(''), labels, encodeName(cleanName(name))];
  return `${deleted.length === 0 ? 'k1' : 'k2'}.${fields.join('.')}`;
}

/** Returns a link with scores, or undefined if the notes are too long for a link. */
export function writeScoresLink(
  interview: InterviewRecord,
  { label, rater, by, code, notes }: SharedScores & { readonly rater: string },
): string | undefined {
  const text = JSON.stringify(notes ?? []);
  const encoded = text.length > maxNotesLength ? text : encodeName(text);
  if (encoded.length > maxNotesLength) return undefined;
  const fields = [
    writeInterviewLink(interview),
    label.toLowerCase(),
    withInitials(rater, by),
    plain(code),
  ];
  return [...fields, ...(notes === undefined ? [] : [encoded])].join('.');
}

function plain(code: string): string {
  return code.replaceAll('-', '').toLowerCase();
}

/** Which part of an interview is open. In the fragment, `B/2` is question 2 for candidate B. */
export type Place =
  | { readonly view: 'compare' }
  | { readonly view: 'score'; readonly label: Label; readonly question: number };

export function writePlace(id: string, place: Place): string {
  return place.view === 'compare'
    ? `i=${id}/compare`
    : `i=${id}/${place.label}/${place.question + 1}`;
}

/**
 * Reads the open part from the end of a fragment. If the interview doesn't have the candidate, uses
 * the one from `firstLabel`. If it doesn't have the question, uses the first one.
 * @param me the reader's initials in study groups, if they are known
 */
export function placeOf(text: string, interview: InterviewRecord, me?: string): Place {
  const { candidates, questions } = interview;
  if (text === 'compare') return { view: 'compare' };
  const [mark = '', number = ''] = text.split('/');
  const label = candidates.find((one) => one.label === mark)?.label ?? firstLabel(interview, me);
  const question = /^\d{1,2}$/.test(number) ? Number(number) - 1 : 0;
  return { view: 'score', label, question: question in questions ? question : 0 };
}
